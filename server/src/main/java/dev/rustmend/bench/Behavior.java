package dev.rustmend.bench;

/// Whether a repaired program does what its author meant.
public enum Behavior {
  /// Nobody can say: it does not compile, or its author has said nothing that could be run.
  UNKNOWN,
  /// The program and its tests run to their end, with all their assertions.
  AS_MEANT,
  /// The program, or one of its tests, fails or does not end.
  OTHER
}
