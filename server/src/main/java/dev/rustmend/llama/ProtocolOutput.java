package dev.rustmend.llama;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps the standard output for the protocol: what native code prints goes to the error output.
///
/// Native code writes to the descriptor 1 whatever Java does with its streams. So the protocol
/// moves to a new descriptor, and 1 becomes another name of 2.
final class ProtocolOutput {
  private static final int OUTPUT = 1;
  private static final int ERRORS = 2;
  private static final Path DESCRIPTORS = Path.of("/dev/fd");

  private ProtocolOutput() {}

  /// The stream for the protocol. `standard` is used where descriptors have no names (Windows).
  static OutputStream claim(OutputStream standard) throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return standard;
    }
    int kept =
        call("dup", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), OUTPUT);
    OutputStream protocol =
        new BufferedOutputStream(new FileOutputStream(DESCRIPTORS.resolve("" + kept).toString()));
    call(
        "dup2",
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
        ERRORS,
        OUTPUT);
    return protocol;
  }

  @SuppressWarnings("restricted") // the launcher enables native access
  private static int call(String name, FunctionDescriptor type, Object... arguments)
      throws IOException {
    Linker linker = Linker.nativeLinker();
    MethodHandle function = linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    int result;
    try {
      result = (int) function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IOException(name + " can not be called", e);
    }
    if (result < 0) {
      throw new IOException(name + " failed");
    }
    return result;
  }
}
