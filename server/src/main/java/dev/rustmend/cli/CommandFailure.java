package dev.rustmend.cli;

/// Ends a command with an exit code and one sentence that says what is wrong and what to do.
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Exit exit;

  CommandFailure(Exit exit, String sentence) {
    super(sentence);
    this.exit = exit;
  }

  CommandFailure(Exit exit, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exit = exit;
  }

  Exit exit() {
    return exit;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
