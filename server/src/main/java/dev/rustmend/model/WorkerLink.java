package dev.rustmend.model;

import dev.rustmend.model.WorkerCalls.Cancel;
import dev.rustmend.model.WorkerCalls.Complete;
import dev.rustmend.model.WorkerCalls.Completed;
import dev.rustmend.model.WorkerCalls.Info;
import dev.rustmend.model.WorkerCalls.Load;
import dev.rustmend.model.WorkerCalls.Loaded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.jspecify.annotations.Nullable;

/// One running worker process and the connection to it. It ends when this JVM ends, whichever way:
/// its input ends then.
///
/// Its streams are read by threads of the system: a virtual one that waits for a pipe holds its
/// carrier, and this one waits for minutes.
final class WorkerLink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WorkerLink.class.getName());
  private static final Duration START = Duration.ofSeconds(30);
  private static final String SPINS = "1000";
  private static final Duration TO_CANCEL = Duration.ofMillis(250);
  private static final Duration TO_UNLOAD = Duration.ofMillis(500);
  private static final Duration TO_END = Duration.ofSeconds(2);
  private static final Duration TO_TELL = Duration.ofSeconds(2);

  private final Process process;
  private final WorkerLog log = new WorkerLog();
  private final ExecutorService reader;
  private final WorkerCalls calls;
  private final Thread shutdown;
  private final Thread errors;
  private final AtomicReference<@Nullable CompletableFuture<?>> waiting = new AtomicReference<>();
  private volatile Consumer<String> onText = _ -> {};
  private volatile long current;

  private WorkerLink(Process process) {
    this.process = process;
    this.reader =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("model-worker-out").factory());
    Launcher<WorkerCalls> launcher =
        new Launcher.Builder<WorkerCalls>()
            .setLocalService(new Ear())
            .setRemoteInterface(WorkerCalls.class)
            .setInput(process.getInputStream())
            .setOutput(process.getOutputStream())
            .setExecutorService(reader)
            .create();
    this.calls = launcher.getRemoteProxy();
    this.shutdown =
        Thread.ofPlatform().name("rustmend-end-model").unstarted(process::destroyForcibly);
    var _ = process.onExit().thenRun(this::fail);
    var _ = launcher.startListening();
    this.errors = Thread.ofPlatform().daemon().name("model-worker-err").start(this::readErrors);
  }

  /// Starts a worker, without a model. Throws [IOException] when there is no such program.
  static WorkerLink start(WorkerSetup setup) throws IOException {
    Files.createDirectories(setup.folder());
    var builder = new ProcessBuilder(setup.command()).directory(setup.folder().toFile());
    letOthersCompute(builder.environment());
    Process process = builder.start();
    var link = new WorkerLink(process);
    try {
      Runtime.getRuntime().addShutdownHook(link.shutdown);
    } catch (IllegalStateException e) {
      process.destroyForcibly();
      throw new IOException("rustmend is ending", e);
    }
    return link;
  }

  /// llama.cpp's threads wait for one another after each step, in a loop that computes nothing.
  /// Where cargo has the processors that loop takes the place of the thread that is waited for, and
  /// answers take ten times as long; so it is left early, and the thread sleeps.
  private static void letOthersCompute(Map<String, String> environment) {
    if (!environment.containsKey("OMP_WAIT_POLICY")) {
      var _ = environment.putIfAbsent("GOMP_SPINCOUNT", SPINS);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long processId() {
    return process.pid();
  }

  WorkerLog log() {
    return log;
  }

  /// Has the model loaded. Throws [ModelException] when the worker says why not.
  Loaded load(Load order, Duration limit) throws InterruptedException, WorkerEnded {
    try {
      Loaded loaded = await(calls.load(order), START.plus(limit));
      log.awaitLoaded();
      return loaded;
    } catch (TimeoutException e) {
      throw new WorkerEnded("loading took too long");
    } catch (WorkerEnded e) {
      errors.join(TO_TELL);
      throw new WorkerEnded(
          log.last().isEmpty() ? e.how() : e.how() + ", its last words: " + log.last().getLast());
    }
  }

  Info info() throws InterruptedException, WorkerEnded {
    try {
      return await(calls.info(), TO_TELL);
    } catch (TimeoutException e) {
      throw new WorkerEnded("it does not answer");
    }
  }

  /// One completion. Throws [TimeoutException] when `limit` is over; then, as after an interrupt,
  /// the worker has stopped working on it or has been ended.
  Completed complete(Complete order, Consumer<String> listener, Duration limit)
      throws InterruptedException, WorkerEnded, TimeoutException {
    current = order.id();
    onText = listener;
    CompletableFuture<Completed> answer = calls.complete(order);
    try {
      return await(answer, limit);
    } catch (InterruptedException | TimeoutException e) {
      cancel(order.id(), answer);
      throw e;
    } finally {
      current = 0;
    }
  }

  /// Asks the worker to stop; one that does not obey is ended.
  private void cancel(long id, CompletableFuture<Completed> answer) {
    var _ = calls.cancel(new Cancel(id));
    try {
      var _ = answer.get(TO_CANCEL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | TimeoutException e) {
      LOG.log(System.Logger.Level.INFO, "the worker of a model does not stop; it is ended");
      kill();
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "it failed before it was cancelled", e);
    }
  }

  private <T> T await(CompletableFuture<T> answer, Duration limit)
      throws InterruptedException, WorkerEnded, TimeoutException {
    waiting.set(answer);
    if (!process.isAlive()) {
      fail();
    }
    try {
      return answer.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ResponseErrorException told) {
        throw new ModelException(String.valueOf(told.getMessage()), told);
      }
      throw new WorkerEnded(process.isAlive() ? "it can not be spoken to" : how());
    } finally {
      waiting.set(null);
    }
  }

  /// Whoever waits for an answer does not get one any more.
  private void fail() {
    CompletableFuture<?> answer = waiting.get();
    if (answer != null) {
      answer.completeExceptionally(new WorkerEnded(how()));
    }
  }

  private String how() {
    return process.isAlive() ? "it is being ended" : "exit status " + process.exitValue();
  }

  /// Ends the worker and waits until it is gone: asks it first, then kills it. An interrupt is kept
  /// for the caller.
  @Override
  public void close() {
    if (process.isAlive()) {
      calls.unload();
    }
    if (!endsWithin(TO_UNLOAD)) {
      kill();
    }
    reader.shutdownNow();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdown);
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "the JVM is ending: its hook ends the worker as well", e);
    }
  }

  private void kill() {
    process.destroyForcibly();
    if (!endsWithin(TO_END)) {
      LOG.log(System.Logger.Level.WARNING, "process {0} does not end", processId());
    }
  }

  private boolean endsWithin(Duration time) {
    boolean interrupted = false;
    long end = System.nanoTime() + time.toNanos();
    try {
      while (true) {
        try {
          return process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void readErrors() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
        LOG.log(System.Logger.Level.DEBUG, line);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the error output of a worker broke off", e);
    }
  }

  /// What the worker tells by itself.
  private final class Ear implements WorkerCalls.News {
    @Override
    public void text(WorkerCalls.Piece piece) {
      if (piece.id() == current) {
        onText.accept(piece.text());
      }
    }
  }
}
