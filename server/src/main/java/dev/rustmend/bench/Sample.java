package dev.rustmend.bench;

import java.util.Arrays;
import java.util.Collection;

/// Measured numbers, sorted, and their quantiles. The unit is the measurer's.
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  public static Sample of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  public int size() {
    return sorted.length;
  }

  public double median() {
    return quantile(0.5);
  }

  /// The value below which a share `q` of the sample lies, interpolated between neighbors; 0 for an
  /// empty sample.
  public double quantile(double q) {
    if (sorted.length == 0) {
      return 0;
    }
    double at = Math.clamp(q, 0, 1) * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = (int) Math.ceil(at);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  public double mean() {
    return Arrays.stream(sorted).average().orElse(0);
  }

  /// The values in ascending order.
  public double[] values() {
    return sorted.clone();
  }
}
