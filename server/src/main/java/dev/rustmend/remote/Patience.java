package dev.rustmend.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.opensearch.client.opensearch._types.OpenSearchException;

/// Asks again, for about a minute, while a cluster is busy or loses a node: for what somebody waits
/// for as long as it takes, and what may be asked twice.
final class Patience {
  static final int ATTEMPTS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int TOO_MANY = 429;
  private static final int OF_THE_SERVER = 500;

  private Patience() {}

  /// Tries until an answer comes, with growing pauses. What will not pass is thrown at once, as
  /// [RemoteFailure], and so is what does not pass for long.
  static <T> T until(Promptly.Request<T> request) throws InterruptedException {
    return until(ATTEMPTS, request);
  }

  /// The same, tried only so many times.
  static <T> T until(int attempts, Promptly.Request<T> request) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return request.answer();
      } catch (RemoteFailure e) {
        if (e.kind() == RemoteFailure.Kind.LASTING || attempt == attempts) {
          throw e;
        }
      } catch (OpenSearchException e) {
        if (attempt == attempts || !mayPass(e.status())) {
          throw new RemoteFailure(
              RemoteFailure.Kind.LASTING,
              "the team's knowledge base does not take this: " + e.error().reason(),
              e);
        }
      } catch (IOException e) {
        throw interrupted(e);
      }
      pause(attempt);
    }
  }

  /// Whether the same may be answered otherwise in a while.
  static boolean mayPass(int status) {
    return status == TOO_MANY || status >= OF_THE_SERVER;
  }

  /// Twice as long each time, and not the same for everybody.
  static void pause(int attempt) throws InterruptedException {
    long most =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 20));
    long millis = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
    var never = new Semaphore(0);
    if (never.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("nobody gives a permit");
    }
  }

  private static InterruptedException interrupted(IOException e) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    throw new UncheckedIOException(e);
  }
}
