package dev.rustmend.prompt;

import dev.rustmend.candidate.Candidate;

/// What an answer of a model comes to.
public sealed interface Answer {
  /// A patch of one item, unchecked.
  record Proposed(Candidate candidate) implements Answer {}

  /// Nothing; `why` is a verb phrase about the answer, such as `does not parse`.
  record Refused(String why) implements Answer {}
}
