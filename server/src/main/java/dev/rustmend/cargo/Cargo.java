package dev.rustmend.cargo;

import dev.rustmend.diagnostic.Diagnostic;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs `cargo check` or clippy. Tests replace it by a double that replays.
public interface Cargo {

  /// Runs cargo and returns how it ended; `onDiagnostic` gets each diagnostic as soon as its line
  /// is there. An interrupt ends the whole process tree before [InterruptedException] is thrown.
  CheckOutcome check(CheckRequest request, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException;

  /// The same; `watch` is told how cargo uses the compiler. A double tells nothing.
  default CheckOutcome check(
      CheckRequest request, Consumer<Diagnostic> onDiagnostic, CompilerWatch watch)
      throws InterruptedException {
    return check(request, onDiagnostic);
  }

  /// Makes a call that a check with `request` has made once more, without cargo; `onDiagnostic`
  /// gets each diagnostic as soon as its line is there. Empty when it does not tell anything about
  /// the program.
  ///
  /// It may return while the compiler still saves what makes its next run faster; then that is one
  /// of `stragglers`.
  default Optional<Compiled> compile(
      Recall recall, CheckRequest request, Consumer<Diagnostic> onDiagnostic, Stragglers stragglers)
      throws InterruptedException {
    return Optional.empty();
  }

  /// Runs `cargo fetch`, which downloads what a check needs and compiles nothing. Returns why it
  /// could not; empty when all is there, as it always is for a double.
  default Optional<CargoFailure> fetch(CheckRequest request) throws InterruptedException {
    return Optional.empty();
  }
}
