package dev.rustmend.bench;

/// A number between 0 and 1 that was measured on a sample, with its 95 % interval.
public sealed interface Estimate permits Share, Mean {
  double value();

  /// Lower end of the interval.
  double lower();

  /// Upper end of the interval.
  double upper();

  /// The number with its interval and what it was measured on, for people.
  String told();
}
