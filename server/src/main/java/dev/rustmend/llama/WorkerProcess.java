package dev.rustmend.llama;

import dev.rustmend.model.WorkerCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/// The worker's whole life: calls are answered until the server goes away or wants it to end.
public final class WorkerProcess {
  private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());

  private WorkerProcess() {}

  /// Serves on the standard streams of this process. `cache` is rustmend's cache folder, `library`
  /// a folder with the user's own build of llama.cpp. Returns when the input ends or the model is
  /// unloaded, or throws [IOException] when the streams can not be used; the caller must then end
  /// the process at once, since threads may wait in native code.
  public static void serve(
      InputStream in, OutputStream standardOutput, Path cache, Optional<Path> library)
      throws IOException, InterruptedException {
    OutputStream out = ProtocolOutput.claim(standardOutput);
    var service = new WorkerService(() -> NativeLibrary.prepare(cache, library));
    // not closed: this thread would wait for the reader, and the reader waits for input
    ExecutorService reader =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("worker-calls").factory());
    Launcher<WorkerCalls.News> launcher =
        new Launcher.Builder<WorkerCalls.News>()
            .setLocalService(service)
            .setRemoteInterface(WorkerCalls.News.class)
            .setInput(in)
            .setOutput(out)
            .setExecutorService(reader)
            .create();
    service.tell(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    Thread.ofVirtual().name("worker-end").start(() -> unloadAfter(listening, service));
    service.awaitUnload();
  }

  /// The end of the input is the end of the worker.
  private static void unloadAfter(Future<Void> listening, WorkerService service) {
    try {
      var _ = listening.get();
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.WARNING, "the calls can not be read any more", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    service.unload();
  }
}
