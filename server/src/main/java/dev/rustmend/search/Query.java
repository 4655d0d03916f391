package dev.rustmend.search;

import dev.rustmend.diagnostic.Diagnostic;

/// What somebody looks for.
public sealed interface Query {
  /// A question in people's words, or a few keywords.
  record Question(String text) implements Query {}

  /// What rustc printed, whole or in part.
  record RustcText(String text) implements Query {}

  /// A problem that cargo has reported to us.
  record Reported(Diagnostic diagnostic) implements Query {}

  /// What a person typed or pasted: a text that shows rustc's output is taken for that, anything
  /// else for a question.
  static Query of(String text) {
    return RustcOutput.parse(text).isPresent() ? new RustcText(text) : new Question(text);
  }
}
