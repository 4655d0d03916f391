package dev.rustmend.bench;

import java.util.Locale;

/// How many of `total` programs something holds for, with Wilson's 95 % interval.
///
/// Wilson's interval stays inside 0 and 1 and is honest for small samples, where the usual one is
/// not.
public record Share(int hits, int total) implements Estimate {
  /// The quantile of the normal distribution that leaves 2.5 % on each side.
  private static final double Z = 1.959963984540054;

  public Share {
    if (hits < 0 || hits > total) {
      throw new IllegalArgumentException(hits + " of " + total);
    }
  }

  /// The observed share, 0 where there is no program.
  @Override
  public double value() {
    return total == 0 ? 0 : (double) hits / total;
  }

  @Override
  public double lower() {
    return total == 0 ? 0 : Math.max(0, center() - halfWidth());
  }

  @Override
  public double upper() {
    return total == 0 ? 1 : Math.min(1, center() + halfWidth());
  }

  /// `35.4 % (31.2–39.8)`.
  public String percent() {
    return String.format(
        Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * value(), 100 * lower(), 100 * upper());
  }

  @Override
  public String told() {
    return "%d of %d, %s".formatted(hits, total, percent());
  }

  private double center() {
    return (value() + Z * Z / (2 * total)) / scale();
  }

  private double halfWidth() {
    double p = value();
    double n = total;
    return Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / scale();
  }

  private double scale() {
    return 1 + Z * Z / total;
  }
}
