package dev.rustmend.courtesy;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Gives back the memory that a server which mostly waits does not need.
///
/// The serial collector lets the heap grow up to its limit before it looks at what has died among
/// the older objects, so a server that read much once holds several times what it uses. A look each
/// few seconds finds that out and has the whole heap collected, which takes a tenth of a second and
/// happens only after much was allocated: never while nothing goes on.
public final class HeapRelief implements AutoCloseable {
  private static final Duration EACH = Duration.ofSeconds(10);
  private static final long SLACK = 24L << 20;

  private final LongSupplier used;
  private final Runnable collect;
  private final Thread thread;

  /// Bytes in use after the last collection of ours.
  private long live;

  HeapRelief(LongSupplier used, Runnable collect) {
    this.used = used;
    this.collect = collect;
    this.thread = Thread.ofPlatform().daemon().name("rustmend-heap").unstarted(this::work);
  }

  /// Looks after this process until it is closed.
  public static HeapRelief start() {
    Runtime runtime = Runtime.getRuntime();
    var relief = new HeapRelief(() -> runtime.totalMemory() - runtime.freeMemory(), runtime::gc);
    relief.thread.start();
    return relief;
  }

  /// Collects where more than half as much again is in use as after the last time, and some
  /// megabytes; says whether it did.
  boolean look() {
    if (used.getAsLong() <= live + live / 2 + SLACK) {
      return false;
    }
    collect.run();
    live = used.getAsLong();
    return true;
  }

  private void work() {
    try {
      while (true) {
        Thread.sleep(EACH);
        look();
      }
    } catch (InterruptedException _) {
      // closed
    }
  }

  /// Whether its thread ends within seconds.
  boolean ends() throws InterruptedException {
    return thread.join(EACH);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
