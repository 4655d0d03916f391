package dev.rustmend.cli;

/// The exit codes of every command.
enum Exit {
  /// Success, and nothing is left to fix.
  CLEAN(0),
  /// Errors remain, or a check failed.
  REMAIN(1),
  /// The command line is wrong.
  USAGE(2),
  /// The environment is not usable: no cargo, no such folder.
  ENVIRONMENT(3),
  /// Ctrl-C, or a request to end.
  INTERRUPTED(130);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
