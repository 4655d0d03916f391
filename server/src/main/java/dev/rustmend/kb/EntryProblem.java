package dev.rustmend.kb;

/// What is wrong with an entry's file: where (one-based line), which rule, and what to do.
public record EntryProblem(String file, int line, String rule, String message, String remedy) {

  /// The problem in the look of rustc's messages.
  public String rendered() {
    return "error[%s]: %s%n  --> %s:%d%n  = help: %s".formatted(rule, message, file, line, remedy);
  }
}
