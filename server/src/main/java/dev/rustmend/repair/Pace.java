package dev.rustmend.repair;

import java.time.Duration;

/// Lets something happen at most once per interval, the first time at once. Confined to one thread.
final class Pace {
  private final long intervalNanos;
  private long next;

  Pace(Duration interval) {
    intervalNanos = interval.toNanos();
    next = System.nanoTime();
  }

  boolean due() {
    long now = System.nanoTime();
    if (now - next < 0) {
      return false;
    }
    next = now + intervalNanos;
    return true;
  }
}
