package dev.rustmend.service;

import java.time.Duration;

/// What requests may take: how many compile at once, how many more may wait for their turn, and how
/// long one may take.
public record Limits(int builds, int waiting, Duration longest) {
  /// For one person's machine.
  public static final Limits USUAL = new Limits(2, 32, Duration.ofMinutes(10));

  public Limits {
    if (builds < 1 || waiting < 0 || longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("limits must leave room for one request");
    }
  }
}
