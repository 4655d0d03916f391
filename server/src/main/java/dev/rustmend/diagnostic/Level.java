package dev.rustmend.diagnostic;

/// How grave a message of rustc is.
public enum Level {
  ERROR,
  /// Internal compiler error: the compiler broke, not the program.
  ICE,
  WARNING,
  NOTE,
  HELP,
  FAILURE_NOTE;

  /// Whether the crate can not be built because of it.
  public boolean isError() {
    return this == ERROR || this == ICE;
  }

  /// rustc's own word for the level in its JSON.
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case ICE -> "error: internal compiler error";
      case WARNING -> "warning";
      case NOTE -> "note";
      case HELP -> "help";
      case FAILURE_NOTE -> "failure-note";
    };
  }
}
