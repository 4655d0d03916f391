package dev.rustmend.llama;

import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelFileReader;
import dev.rustmend.model.ModelFileResult;
import dev.rustmend.model.WorkerCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/// Answers the calls of the server. The thread that reads them only starts others: they wait in
/// native code, so they are threads of the system.
final class WorkerService implements WorkerCalls {
  private static final Path STATUS = Path.of("/proc/self/status");

  private final Runnable prepare;
  private final CountDownLatch unloaded = new CountDownLatch(1);
  private final ReentrantLock loading = new ReentrantLock();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicReference<@Nullable Generation> running = new AtomicReference<>();
  private volatile @Nullable LoadedModel model;
  private volatile News news = _ -> {};
  private final AtomicReference<List<Integer>> read = new AtomicReference<>(List.of());

  /// `prepare` makes the native library ready, when it is needed first.
  WorkerService(Runnable prepare) {
    this.prepare = prepare;
  }

  /// Where pieces of text go.
  void tell(News listener) {
    news = listener;
  }

  /// Waits until the worker is asked to give everything back.
  void awaitUnload() throws InterruptedException {
    unloaded.await();
  }

  @Override
  public CompletableFuture<Loaded> load(Load order) {
    return onThread("load", () -> locked(() -> loaded(order)));
  }

  @Override
  public CompletableFuture<Completed> complete(Complete order) {
    LoadedModel loaded = model;
    if (loaded == null) {
      return CompletableFuture.failedFuture(error("no model is loaded"));
    }
    var generation = new Generation(order, text -> news.text(new Piece(order.id(), text)));
    if (!running.compareAndSet(null, generation)) {
      return CompletableFuture.failedFuture(error("the model answers another request"));
    }
    Thread.ofPlatform()
        .daemon()
        .name("complete-" + order.id())
        .start(() -> run(generation, loaded));
    return answer(generation);
  }

  private void run(Generation generation, LoadedModel loaded) {
    inside.incrementAndGet();
    try {
      generation.run(loaded, read);
    } finally {
      inside.decrementAndGet();
    }
  }

  private CompletableFuture<Completed> answer(Generation generation) {
    return generation
        .result()
        .handle((completed, failure) -> {
          running.compareAndSet(generation, null);
          if (failure != null) {
            throw error(sentence(failure));
          }
          return completed;
        });
  }

  @Override
  public CompletableFuture<Cancelled> cancel(Cancel order) {
    Generation generation = running.get();
    if (generation == null || generation.id() != order.id()) {
      return CompletableFuture.completedFuture(new Cancelled(false));
    }
    return onThread(
        "cancel",
        () -> {
          generation.cancel();
          return new Cancelled(true);
        });
  }

  @Override
  public CompletableFuture<Info> info() {
    boolean busy = running.get() != null;
    int stuck = Math.max(0, inside.get() - (busy ? 1 : 0));
    return CompletableFuture.completedFuture(new Info(model != null, busy, residentBytes(), stuck));
  }

  @Override
  public void unload() {
    unloaded.countDown();
  }

  private Loaded loaded(Load order) {
    if (model != null) {
      throw new ModelException("this worker has a model already");
    }
    if (ModelFileReader.read(Path.of(order.path()))
        instanceof ModelFileResult.Refused(String sentence)) {
      throw new ModelException(sentence);
    }
    long began = System.nanoTime();
    prepare.run();
    model = LoadedModel.load(order);
    return new Loaded((System.nanoTime() - began) / 1_000_000);
  }

  private <T> T locked(Callable<T> work) throws Exception {
    loading.lockInterruptibly();
    try {
      return work.call();
    } finally {
      loading.unlock();
    }
  }

  private static <T> CompletableFuture<T> onThread(String name, Callable<T> work) {
    var answer = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            answer.complete(work.call());
          } catch (Exception | LinkageError e) {
            answer.completeExceptionally(error(sentence(e)));
          }
        });
    return answer;
  }

  private static String sentence(Throwable failure) {
    return failure instanceof ModelException known
        ? known.sentence()
        : "the model's worker failed: " + failure;
  }

  private static ResponseErrorException error(String sentence) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, sentence, null));
  }

  /// Linux says it in its process file system; elsewhere nobody does.
  private static long residentBytes() {
    try (var lines = Files.lines(STATUS)) {
      Optional<String> line = lines.filter(it -> it.startsWith("VmRSS:")).findFirst();
      return line.map(it -> Long.parseLong(it.replaceAll("\\D", "")) << 10).orElse(0L);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
