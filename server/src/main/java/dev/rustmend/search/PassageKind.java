package dev.rustmend.search;

import java.util.Arrays;
import java.util.Optional;

/// What sort of text a passage is.
public enum PassageKind {
  ERROR,
  LINT,
  TASK,
  TEMPLATE,
  /// A section of the toolchain's own documentation.
  DOC,
  /// A fix of the user's own.
  LEARNED;

  /// The name in JSON and on the command line: `error`, `lint`, `task`, ….
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case LINT -> "lint";
      case TASK -> "task";
      case TEMPLATE -> "template";
      case DOC -> "doc";
      case LEARNED -> "learned";
    };
  }

  /// The kind that [#word()] names so; empty for another text.
  public static Optional<PassageKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
