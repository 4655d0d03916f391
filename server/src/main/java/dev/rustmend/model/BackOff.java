package dev.rustmend.model;

import java.time.Duration;

/// How long to wait before the next attempt: not at all after the first failure in a row, then
/// twice as long each time, up to a bound.
record BackOff(int failures, Duration first, Duration longest) {

  static BackOff of(Duration first, Duration longest) {
    return new BackOff(0, first, longest);
  }

  BackOff failed() {
    return new BackOff(Math.min(failures + 1, 30), first, longest);
  }

  BackOff succeeded() {
    return new BackOff(0, first, longest);
  }

  Duration pause() {
    if (failures < 2) {
      return Duration.ZERO;
    }
    Duration wanted = first.multipliedBy(1L << (failures - 2));
    return wanted.compareTo(longest) > 0 ? longest : wanted;
  }
}
