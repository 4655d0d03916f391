package dev.rustmend.bench;

import dev.rustmend.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;

/// The errors that this compiler finds in a program of the documentation, and whether the program
/// may stand in the benchmark.
record Reproduction(List<Found> errors) {

  /// One error: its code (empty without), and whether all that is wrong is that something outside
  /// of the program is not there.
  record Found(String code, Cause cause) {}

  /// What an error is about.
  enum Cause {
    PROGRAM,
    /// A crate or module file that the example expects beside it: no edit of the program helps.
    SURROUNDINGS
  }

  Reproduction {
    errors = List.copyOf(errors);
  }

  static Reproduction of(List<Diagnostic> errors) {
    return new Reproduction(
        errors.stream().map(error -> new Found(error.codeText(), cause(error))).toList());
  }

  /// Kept are programs that do not compile here, with the code that the author promised where one
  /// is promised. Dropped are those that ask for an unstable feature, and those of which nothing is
  /// known but that a crate or file beside them is missing.
  boolean admits(BrokenProgram program) {
    Set<String> named = program.named();
    boolean unstable = errors.stream().anyMatch(error -> error.code().equals("E0554"));
    if (errors.isEmpty() || unstable) {
      return false;
    }
    return named.isEmpty()
        ? errors.stream().anyMatch(error -> error.cause() == Cause.PROGRAM)
        : errors.stream().anyMatch(error -> named.contains(error.code()));
  }

  /// The code that the program is filed under: a promised one where there is one, else that of the
  /// first error; `no code` for an error without.
  String code(BrokenProgram program) {
    return errors.stream()
        .map(Found::code)
        .filter(program.named()::contains)
        .findFirst()
        .or(() -> errors.stream().map(Found::code).findFirst().filter(code -> !code.isEmpty()))
        .orElse("no code");
  }

  private static Cause cause(Diagnostic error) {
    String code = error.codeText();
    boolean missingCrate =
        code.equals("E0463")
            || (error.suggestions().isEmpty() && error.rendered().contains("unlinked crate"));
    return missingCrate || code.equals("E0583") ? Cause.SURROUNDINGS : Cause.PROGRAM;
  }
}
