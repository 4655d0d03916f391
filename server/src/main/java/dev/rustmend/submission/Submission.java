package dev.rustmend.submission;

import dev.rustmend.repair.FixRequest;

/// What is to be done with sources: only looked at, or repaired as `fixes` says, which names no
/// file.
public record Submission(Sources sources, Aim aim, FixRequest fixes) {

  /// What is wanted.
  public enum Aim {
    /// The errors, each with its verified fixes.
    CHECK,
    /// The repaired sources.
    FIX
  }
}
