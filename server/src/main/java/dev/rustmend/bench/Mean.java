package dev.rustmend.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The mean of scores between 0 and 1, one for each query, with a 95 % interval by bootstrap: the
/// middle of the means of a thousand samples drawn with replacement, always the same ones.
public record Mean(double value, double lower, double upper, int size) implements Estimate {
  private static final int DRAWS = 1000;
  private static final int CUT = DRAWS / 40;
  private static final long SEED = 1;

  /// The mean of `scores`; 0 to 1 when there are none.
  static Mean of(List<Double> scores) {
    if (scores.isEmpty()) {
      return new Mean(0, 0, 1, 0);
    }
    double[] values = scores.stream().mapToDouble(Double::doubleValue).toArray();
    var random = new Random(SEED);
    var means = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    double mean = Arrays.stream(values).average().orElse(0);
    return new Mean(mean, means[CUT], means[DRAWS - 1 - CUT], values.length);
  }

  /// `0.812 (0.771–0.850)`.
  public String text() {
    return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", value, lower, upper);
  }

  @Override
  public String told() {
    return "%s, mean of %d".formatted(text(), size);
  }
}
