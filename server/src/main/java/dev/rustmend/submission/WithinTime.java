package dev.rustmend.submission;

import dev.rustmend.submission.RefusedException.Kind;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work that is ended when it takes too long.
final class WithinTime {
  private WithinTime() {}

  /// The work; an interrupt ends it.
  interface Work<T> {
    T call() throws InterruptedException;
  }

  /// The result of `work`, which runs on a thread of its own. Throws [RefusedException] after
  /// `limit`. Returns only when the work has ended, in every case.
  static <T> T call(Duration limit, Work<T> work) throws InterruptedException {
    var task = new FutureTask<T>(work::call);
    Thread thread = Thread.ofVirtual().name("rustmend-submission").start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RefusedException(
          Kind.LIMIT,
          "The build was ended: it took more than %d seconds.".formatted(limit.toSeconds()),
          e);
    } catch (ExecutionException e) {
      throw passedOn(e);
    } finally {
      thread.interrupt();
      thread.join();
    }
  }

  private static RuntimeException passedOn(ExecutionException e) throws InterruptedException {
    return switch (e.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case InterruptedException _ -> throw new InterruptedException("the work was interrupted");
      case null, default -> new IllegalStateException(e);
    };
  }
}
