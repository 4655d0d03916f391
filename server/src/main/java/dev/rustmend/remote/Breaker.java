package dev.rustmend.remote;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Keeps people from waiting for a cluster that is slow or gone: after some failures in a row
/// nothing is asked for a while, then one request tries it. Safe to use from any thread.
final class Breaker {
  private static final System.Logger LOG = System.getLogger(Breaker.class.getName());
  private static final int PATIENCE = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Clock clock;
  private int failures;
  private long until;

  /// Whether a request is under way that was let through to see whether the cluster answers again.
  private boolean trying;

  private Duration pause = FIRST_PAUSE;
  private Optional<String> why = Optional.empty();

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /// Whether something may be asked now. While it is broken, one request is let through after each
  /// pause.
  synchronized boolean lets() {
    if (why.isEmpty()) {
      return true;
    }
    if (clock.millis() < until) {
      return false;
    }
    until = clock.millis() + pause.toMillis();
    trying = true;
    return true;
  }

  /// An answer came in time.
  synchronized void worked() {
    why.ifPresent(
        _ -> LOG.log(System.Logger.Level.INFO, "the team's knowledge base answers again"));
    failures = 0;
    trying = false;
    why = Optional.empty();
    pause = FIRST_PAUSE;
  }

  /// None came. What will not pass breaks it at once; the log hears of it once. What was asked
  /// before it broke tells nothing new.
  synchronized void failed(RemoteFailure failure) {
    failures++;
    boolean breaks = failures >= PATIENCE || failure.kind() == RemoteFailure.Kind.LASTING;
    if (breaks && why.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          failure.sentence() + "; answers come from this machine alone meanwhile");
      why = Optional.of(failure.sentence());
      until = clock.millis() + pause.toMillis();
    } else if (breaks && trying) {
      trying = false;
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
      until = clock.millis() + pause.toMillis();
    }
  }

  /// Why nothing is asked at present; empty while all is well.
  synchronized Optional<String> why() {
    return why;
  }
}
