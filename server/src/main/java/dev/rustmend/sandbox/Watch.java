package dev.rustmend.sandbox;

import dev.rustmend.cargo.Confinement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Looks a few times a second at what one run uses, and ends all its processes when that is more
/// than it may: the kernel's limits are for one process each.
final class Watch implements Confinement.Guard {
  private static final long PAUSE_MILLIS = 150;
  private static final int ROUNDS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ProcessHandle process;
  private final Box box;
  private final AtomicLong written = new AtomicLong();
  private final CountDownLatch closed = new CountDownLatch(1);

  private Watch(ProcessHandle process, Box box) {
    this.process = process;
    this.box = box;
  }

  static Watch start(ProcessHandle process, Box box) {
    var watch = new Watch(process, box);
    Thread.ofVirtual().name("rustmend-watch-build").start(watch::look);
    return watch;
  }

  @Override
  public boolean wrote(int characters) {
    if (written.addAndGet(characters) <= box.limits().output()) {
      return true;
    }
    end("The build was ended: it printed more than %s characters", box.limits().output());
    return false;
  }

  /// The first process in the namespaces is ended. With it the kernel ends all others, and lets the
  /// process that made the namespaces, which waits for the first one, go on only when they are
  /// empty; so what has begun in there is gone when this returns.
  @Override
  public void kill() {
    if (!box.sandbox().isThere()) {
      return;
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean interrupted = false;
    do {
      process.children().findFirst().orElse(process).destroyForcibly();
      interrupted |= isInterruptedWhileEnding();
    } while (process.isAlive() && System.nanoTime() < deadline);
    process.destroyForcibly();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits a moment for the end; true when an interrupt came meanwhile.
  private boolean isInterruptedWhileEnding() {
    try {
      process.onExit().get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false; // whoever called looks itself whether the process is alive
    }
    return false;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void look() {
    try {
      while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS) && process.isAlive()) {
        Usage usage = Usage.of(process, box.own());
        if (usage.processes() > box.limits().processes()) {
          end("The build was ended: it ran more than %s processes", box.limits().processes());
        } else if (usage.memory() > box.limits().memory()) {
          end("The build was ended: it used more than %s bytes of memory", box.limits().memory());
        } else if (usage.disk() > box.limits().disk()) {
          end("The build was ended: it wrote more than %s bytes", box.limits().disk());
        } else if (usage.files() > box.limits().files()) {
          end("The build was ended: it wrote more than %s files", box.limits().files());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(String sentence, long limit) {
    box.breach().note(sentence.formatted(limit) + "; this is what a submission may use.");
    kill();
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> all =
          Stream.concat(process.descendants(), Stream.of(process))
              .filter(ProcessHandle::isAlive)
              .toList();
      if (all.isEmpty()) {
        return;
      }
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
