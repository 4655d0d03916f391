package dev.rustmend.model;

/// A model's answer: its text, how it ended, and what it cost.
public record Completion(String text, Ending ending, Cost cost) {

  /// Why the model stopped.
  public enum Ending {
    /// It was done, or wrote a stop text.
    DONE,
    /// It reached the most tokens it was allowed, or the end of its context.
    CUT_OFF
  }
}
