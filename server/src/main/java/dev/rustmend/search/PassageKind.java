package dev.rustmend.search;

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
}
