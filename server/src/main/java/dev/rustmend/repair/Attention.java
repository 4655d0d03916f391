package dev.rustmend.repair;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/// What somebody who has just saved `snapshot` looks at: the file in front, then the other open
/// ones. Nobody reads two thousand errors, so only the first [#MOST] are pursued at once; those
/// behind them are when somebody looks at one.
record Attention(Snapshot snapshot) {

  /// How many diagnostics a run pursues after a save.
  static final int MOST = 40;

  /// Errors before warnings; of each those in the file in front, then those in open files.
  Comparator<Diagnostic> order() {
    return Comparator.comparing((Diagnostic diagnostic) -> !diagnostic.isError())
        .thenComparingInt(this::distance);
  }

  private int distance(Diagnostic diagnostic) {
    Optional<Path> file = diagnostic.primary().map(Span::file);
    if (file.isPresent() && file.equals(snapshot.front())) {
      return 0;
    }
    return file.filter(snapshot.overlay()::containsKey).isPresent() ? 1 : 2;
  }
}
