package dev.rustmend.sandbox;

import dev.rustmend.cargo.Confinement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Looks a few times a second at what one run uses, and ends all its processes when that is more
/// than it may: the kernel's limits are for one process each.
final class Watch implements Confinement.Guard {
  private static final long PAUSE_MILLIS = 150;
  private static final int ROUNDS = 40;

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

  /// The process that made the namespaces is ended; with it the kernel ends all that are in them.
  @Override
  public void kill() {
    if (!box.sandbox().isThere()) {
      return;
    }
    process.destroyForcibly();
    boolean interrupted = false;
    for (int round = 0; round < ROUNDS && process.isAlive(); round++) {
      try {
        boolean _ = closed.await(ROUNDS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
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
