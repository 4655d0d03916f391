package dev.rustmend.model;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/// A worker on a GPU with room for two layers: more of them end the process, as native code does
/// when it runs out of memory.
public final class FailingGpuWorker implements WorkerCalls {
  private static final int ROOM = 2;

  private FailingGpuWorker() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    new Launcher.Builder<News>()
        .setLocalService(new FailingGpuWorker())
        .setRemoteInterface(News.class)
        .setInput(System.in)
        .setOutput(System.out)
        .create()
        .startListening()
        .get();
  }

  @Override
  public CompletableFuture<Loaded> load(Load order) {
    System.err.println("llama_model_load: using device CUDA0 (Small GPU) - 512 MiB free");
    if (order.gpuLayers() > ROOM) {
      System.err.println("ggml_cuda: out of memory");
      Runtime.getRuntime().halt(134);
    }
    System.err.println("load_tensors: offloaded %d/3 layers to GPU".formatted(order.gpuLayers()));
    System.err.println("load_tensors:        CUDA0 model buffer size =   300.50 MiB");
    System.err.println("llama_context:      CUDA0 KV buffer size =    20.00 MiB");
    System.err.println("model loaded");
    return CompletableFuture.completedFuture(new Loaded(1));
  }

  @Override
  public CompletableFuture<Completed> complete(Complete order) {
    return CompletableFuture.completedFuture(new Completed(End.DONE, 1, 0, 1, 1, 1));
  }

  @Override
  public CompletableFuture<Cancelled> cancel(Cancel order) {
    return CompletableFuture.completedFuture(new Cancelled(false));
  }

  @Override
  public CompletableFuture<Info> info() {
    return CompletableFuture.completedFuture(new Info(true, false, 0, 0));
  }

  @Override
  public void unload() {
    Runtime.getRuntime().halt(0);
  }
}
