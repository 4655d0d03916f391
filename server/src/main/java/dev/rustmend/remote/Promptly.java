package dev.rustmend.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a cluster on threads of its own, so that nobody waits for it longer than `patience`, and
/// not at all while it does not answer.
record Promptly(Breaker breaker, Duration patience) {
  private static final System.Logger LOG = System.getLogger(Promptly.class.getName());

  /// A request to the cluster; throws [RemoteFailure] as well.
  interface Request<T> {
    T answer() throws IOException, InterruptedException;
  }

  /// Begins; empty while the cluster is left alone.
  <T> Optional<Answer<T>> ask(String thread, Request<T> request) {
    if (!breaker.lets()) {
      return Optional.empty();
    }
    var asking = new FutureTask<>(() -> guarded(request));
    long deadline = System.nanoTime() + patience.toNanos();
    Thread.ofVirtual().name(thread).start(asking);
    return Optional.of(new Answer<>(this, asking, deadline));
  }

  private <T> Optional<T> guarded(Request<T> request) throws InterruptedException {
    try {
      T answer = request.answer();
      breaker.worked();
      return Optional.of(answer);
    } catch (RemoteFailure e) {
      breaker.failed(e);
    } catch (IOException | RuntimeException e) {
      if (!Thread.interrupted()) {
        LOG.log(System.Logger.Level.DEBUG, "a request to the team's knowledge base", e);
        breaker.failed(
            new RemoteFailure(
                RemoteFailure.Kind.PASSING,
                "an answer of the team's knowledge base can not be read (%s); see `knowledge.remote`"
                    .formatted(e.getClass().getSimpleName()),
                e));
      }
    }
    return Optional.empty();
  }

  /// An answer on its way.
  record Answer<T>(Promptly promptly, FutureTask<Optional<T>> asking, long deadline) {
    /// The answer; empty when it did not come in time or is none.
    Optional<T> inTime(Late late) throws InterruptedException {
      try {
        long left = asking.isDone() ? 0 : Math.max(0, deadline - System.nanoTime());
        return asking.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (late == Late.IS_GIVEN_UP && asking.cancel(true)) {
          promptly.breaker.failed(
              new RemoteFailure(
                  RemoteFailure.Kind.PASSING,
                  "the team's knowledge base did not answer within %d ms"
                      .formatted(promptly.patience.toMillis()),
                  e));
        }
        return Optional.empty();
      } catch (ExecutionException | CancellationException e) {
        return Optional.empty();
      }
    }
  }

  /// What becomes of an answer that is late.
  enum Late {
    IS_GIVEN_UP,
    GOES_ON
  }
}
