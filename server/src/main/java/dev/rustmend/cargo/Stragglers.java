package dev.rustmend.cargo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/// Compilers that have said all and still save what makes their next run faster: nobody waits for
/// them before the end. Safe to use from any thread.
public final class Stragglers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Stragglers.class.getName());

  private final ExecutorService waiting =
      Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual().name("rustmend-compiler-end").factory());

  /// Nobody straggles yet.
  public Stragglers() {}

  /// Lets `child` end by itself, until `deadline`, a value of [System#nanoTime]; ends it now when
  /// these are closed.
  void add(ChildProcess child, long deadline) {
    try {
      waiting.execute(() -> awaitEnd(child, deadline));
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "a compiler came behind the end", e);
      child.close();
    }
  }

  /// Ends all of them and returns when they are gone. Can not be interrupted; an interrupt that
  /// comes meanwhile is kept.
  @Override
  public void close() {
    waiting.shutdownNow();
    waiting.close();
  }

  private static void awaitEnd(ChildProcess child, long deadline) {
    try (child) {
      child.output(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.log(System.Logger.Level.DEBUG, "a compiler did not end by itself", e);
    }
  }
}
