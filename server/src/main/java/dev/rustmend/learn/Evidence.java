package dev.rustmend.learn;

import dev.rustmend.candidate.Confidence;

/// What speaks for a recipe and what against it, in repairs. Older ones count less: after ninety
/// days half as much.
record Evidence(double good, double bad) {
  static final Evidence NONE = new Evidence(0, 0);
  private static final double HALF_LIFE_DAYS = 90;
  private static final double MILLIS_OF_A_DAY = 86_400_000;

  Evidence {
    if (good < 0 || bad < 0) {
      throw new IllegalArgumentException("not an amount of evidence: " + good + ", " + bad);
    }
  }

  /// What something that happened at `then` still counts at `now`, both in milliseconds.
  static double weight(long then, long now) {
    double days = Math.max(0, now - then) / MILLIS_OF_A_DAY;
    return Math.pow(0.5, days / HALF_LIFE_DAYS);
  }

  Evidence plus(double more, double against) {
    return new Evidence(good + more, bad + against);
  }

  /// The lower end of Wilson's interval, one standard deviation wide, for the share of repairs that
  /// the recipe would have made as the user did: 0 without any evidence.
  double bound() {
    return Confidence.bound(good, bad);
  }
}
