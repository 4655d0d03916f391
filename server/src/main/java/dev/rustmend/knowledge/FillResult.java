package dev.rustmend.knowledge;

/// What came of filling a [Library].
public sealed interface FillResult {
  /// Everything that was asked for is in it.
  record Complete() implements FillResult {}

  /// Another process fills it, time was up, or it can not be written; `why` is a sentence.
  record Partial(String why) implements FillResult {}
}
