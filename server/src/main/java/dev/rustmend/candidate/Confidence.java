package dev.rustmend.candidate;

/// How sure it is that a repair is the one that people want, from what they did with it before.
public final class Confidence {
  private Confidence() {}

  /// The lower end of Wilson's interval, one standard deviation wide, for the share of `good` among
  /// `good` and `bad`, which are amounts of evidence: 0 without any.
  public static double bound(double good, double bad) {
    double n = good + bad;
    if (n == 0) {
      return 0;
    }
    double share = good / n;
    double margin = Math.sqrt(share * (1 - share) / n + 1 / (4 * n * n));
    return Math.max(0, (share + 1 / (2 * n) - margin) / (1 + 1 / n));
  }
}
