package dev.rustmend.model;

import java.time.Duration;

/// What one answer cost. `promptTokens` counts the whole prompt, `reusedTokens` those of them that
/// the model still had from the prompt before; a service that does not tell gives zeros.
/// `toFirstText` and `total` count from the request.
public record Cost(
    int promptTokens, int reusedTokens, int generatedTokens, Duration toFirstText, Duration total) {

  /// Tokens of the prompt that were read anew, per second; 0 when nothing was measured.
  public double promptTokensPerSecond() {
    return perSecond(promptTokens - reusedTokens, toFirstText);
  }

  /// Tokens that were written, per second; 0 when nothing was measured.
  public double generatedTokensPerSecond() {
    return perSecond(generatedTokens - 1, total.minus(toFirstText));
  }

  private static double perSecond(int tokens, Duration time) {
    return tokens > 0 && time.isPositive() ? tokens * 1e9 / time.toNanos() : 0;
  }
}
