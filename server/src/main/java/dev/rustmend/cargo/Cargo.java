package dev.rustmend.cargo;

import dev.rustmend.diagnostic.Diagnostic;
import java.util.function.Consumer;

/// Runs `cargo check` or clippy. Tests replace it by a double that replays.
public interface Cargo {

  /// Runs cargo and returns how it ended; `onDiagnostic` gets each diagnostic as soon as its line
  /// is there. An interrupt ends the whole process tree before [InterruptedException] is thrown.
  CheckOutcome check(CheckRequest request, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException;
}
