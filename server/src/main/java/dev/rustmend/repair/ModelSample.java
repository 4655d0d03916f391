package dev.rustmend.repair;

import dev.rustmend.model.Cost;
import dev.rustmend.verify.Verdict;
import java.time.Duration;

/// One answer of a model to the question how to repair an error, what it came to and what it cost.
///
/// `start` counts fresh conversations, `round` the questions in one (the second shows what was
/// wrong with the first answer), `number` the answers to one question, all from 1. `title` says
/// what the answer would change, and is empty for one that is no change; `verdict` then says why.
/// `reading` is how far it came before anything was compiled. The tokens of an answer that was kept
/// from an earlier run are zero.
public record ModelSample(
    int start,
    int round,
    int number,
    String title,
    Reading reading,
    Verdict verdict,
    int promptTokens,
    int reusedTokens,
    int generatedTokens,
    Duration time) {
  /// What an answer is before anybody judges it.
  public enum Reading {
    /// It has not the form that was asked for, or is no item that was shown.
    NO_CHANGE,
    /// It comes to the same change as an earlier one.
    REPEATED,
    /// A change.
    CHANGE
  }

  static ModelSample of(
      int start, int round, int number, String title, Reading reading, Verdict verdict, Cost cost) {
    return new ModelSample(
        start,
        round,
        number,
        title,
        reading,
        verdict,
        cost.promptTokens(),
        cost.reusedTokens(),
        cost.generatedTokens(),
        cost.total());
  }

  /// Whether the answer was kept from an earlier run.
  public boolean isKept() {
    return start == 0;
  }

  /// What it came to, as a phrase: `compiles`, `1 → 2 errors`, or why it was rejected.
  public String result() {
    return switch (verdict) {
      case Verdict.Compiles _ -> "compiles";
      case Verdict.Advances(int before, int after) -> "%d → %d errors".formatted(before, after);
      case Verdict.Rejected(String why) -> why;
      case Verdict.Unknown(String why) -> "not verified: " + why;
    };
  }
}
