package dev.rustmend.repair;

import dev.rustmend.model.Cost;
import java.time.Duration;

/// What a model may still be used for in one command or after one check: a time of answering, and
/// tokens that it reads anew or writes. Loading a model and compiling do not count. Confined to its
/// thread.
final class ModelBudget {
  private static final int TOKENS_PER_SECOND = 200;

  private Duration time;
  private long tokens;

  private ModelBudget(Duration time, long tokens) {
    this.time = time;
    this.tokens = tokens;
  }

  /// The budget of `seconds`; of tokens there are as many as a fast model needs for them.
  static ModelBudget ofSeconds(int seconds) {
    return new ModelBudget(Duration.ofSeconds(seconds), (long) seconds * TOKENS_PER_SECOND);
  }

  /// A budget that allows nothing.
  static ModelBudget none() {
    return new ModelBudget(Duration.ZERO, 0);
  }

  /// What is left of the time.
  Duration time() {
    return time;
  }

  /// Whether an answer of `most` tokens may still be asked for.
  boolean allows(int most) {
    return time.isPositive() && tokens >= most;
  }

  void spend(Cost cost) {
    time = time.minus(cost.total());
    tokens -= cost.promptTokens() - cost.reusedTokens() + cost.generatedTokens();
  }
}
