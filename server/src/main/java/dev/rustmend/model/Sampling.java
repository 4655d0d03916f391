package dev.rustmend.model;

/// How tokens are chosen. `temperature` 0 always takes the likeliest one; `topP` is the share of
/// the probability that is left to choose from; the same `seed` repeats the same choices on the
/// same model and machine.
public record Sampling(double temperature, double topP, int seed) {
  public Sampling {
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature " + temperature);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP " + topP);
    }
  }

  /// Always the likeliest token.
  public static Sampling likeliest() {
    return new Sampling(0, 1, 0);
  }
}
