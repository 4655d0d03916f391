package dev.rustmend.search;

/// How much it counts that a passage has a word.
public final class Rarity {
  private Rarity() {}

  /// The weight of a word that `having` of `all` passages have.
  public static double of(long having, long all) {
    return Math.log(1 + (all + 0.5) / (having + 0.5));
  }
}
