package dev.rustmend.repair;

import dev.rustmend.courtesy.Consideration;
import dev.rustmend.workspace.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// How the checks of one session are made in the background. One that nobody asked for waits while
/// something else matters more, and is ended, to be made later, when that begins meanwhile.
///
/// To end a check and to make it again loses little: what cargo has compiled by then stays.
final class BackgroundChecks {
  private static final long LOOK_EVERY_MILLIS = Duration.ofMillis(500).toMillis();

  private final CheckPrelude prelude;
  private final Consideration consideration;
  private final Consumer<Optional<String>> onPause;

  /// `onPause` gets the reason when a check begins to wait, and nothing when it goes on.
  BackgroundChecks(
      CheckPrelude prelude, Consideration consideration, Consumer<Optional<String>> onPause) {
    this.prelude = prelude;
    this.consideration = consideration;
    this.onPause = onPause;
  }

  /// Something that can be ended by an interrupt.
  interface Work {
    void run() throws InterruptedException;
  }

  /// Makes `check` of `snapshot`, and returns when it has come to its end.
  void make(Snapshot snapshot, Occasion occasion, Work check) throws InterruptedException {
    if (occasion == Occasion.ASKED) {
      prelude.await(snapshot);
      check.run();
      return;
    }
    do {
      pause();
    } while (!isDone(snapshot, check));
  }

  private void pause() throws InterruptedException {
    Optional<String> reason = consideration.reason();
    if (reason.isEmpty()) {
      return;
    }
    Optional<String> told = Optional.empty();
    while (reason.isPresent()) {
      if (!reason.equals(told)) {
        onPause.accept(reason);
        told = reason;
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
      reason = consideration.reason();
    }
    onPause.accept(Optional.empty());
  }

  /// Makes the check; false when it was ended for a reason to pause. It has ended for sure then.
  private boolean isDone(Snapshot snapshot, Work check) throws InterruptedException {
    var task =
        new FutureTask<>(() -> {
          prelude.await(snapshot);
          check.run();
          return true;
        });
    Thread worker = Thread.ofVirtual().name(Thread.currentThread().getName()).start(task);
    try {
      while (true) {
        if (isEnded(task)) {
          return true;
        }
        if (consideration.reason().isPresent()) {
          return false;
        }
      }
    } finally {
      worker.interrupt();
      joinWhateverComes(worker);
    }
  }

  private static boolean isEnded(FutureTask<Boolean> task) throws InterruptedException {
    try {
      return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static IllegalStateException unwrapped(ExecutionException e) throws InterruptedException {
    return switch (e.getCause()) {
      case InterruptedException ended -> throw ended;
      case RuntimeException failure -> throw failure;
      case Error failure -> throw failure;
      case null, default -> new IllegalStateException("a check throws nothing else", e);
    };
  }

  /// The worker ends its processes when it is interrupted, and that is what must be waited for.
  private static void joinWhateverComes(Thread worker) {
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
