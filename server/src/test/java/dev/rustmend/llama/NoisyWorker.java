package dev.rustmend.llama;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// A worker whose native code prints to the standard output whenever a call comes in.
public final class NoisyWorker {
  private NoisyWorker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WorkerProcess.serve(new Noise(System.in), System.out, Path.of(args[0]), Optional.empty());
    Runtime.getRuntime().halt(0);
  }

  private static final class Noise extends FilterInputStream {
    private static final MethodHandle WRITE = write();

    Noise(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      print();
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      print();
      return read;
    }

    private static void print() throws IOException {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment text = arena.allocateFrom("Content-Length: 7\r\n\r\n{noise}");
        var _ = (long) WRITE.invokeExact(1, text, 28L);
      } catch (Throwable e) {
        throw new IOException(e);
      }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle write() {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(
          linker.defaultLookup().findOrThrow("write"),
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG));
    }
  }
}
