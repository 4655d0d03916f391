package dev.rustmend.http;

import java.time.Duration;

/// What connections may take: bytes of a body, how long a body may be under way, how long a
/// connection may be silent, and how many there may be.
public record HttpLimits(int body, Duration receiving, Duration silence, int connections) {
  /// For one person's machine.
  public static final HttpLimits USUAL =
      new HttpLimits(4 << 20, Duration.ofSeconds(30), Duration.ofSeconds(30), 256);
}
