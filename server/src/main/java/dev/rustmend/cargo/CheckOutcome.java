package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a run of cargo ended.
public sealed interface CheckOutcome {

  /// cargo ran the compiler. `diagnostics` are in the order of arrival, each once. `finished` are
  /// the crates that were compiled without an error.
  record Checked(List<Diagnostic> diagnostics, Set<CrateId> finished, Duration time)
      implements CheckOutcome {
    public Checked {
      diagnostics = List.copyOf(diagnostics);
      finished = Set.copyOf(finished);
    }

    /// The crates that were compiled, with errors or without.
    public Set<CrateId> crates() {
      return Stream.concat(finished.stream(), errors().stream().map(Diagnostic::crate))
          .collect(Collectors.toUnmodifiableSet());
    }

    /// The diagnostics of level error.
    public List<Diagnostic> errors() {
      return diagnostics.stream().filter(Diagnostic::isError).toList();
    }
  }

  /// cargo itself could not do its work; nothing is known about the program.
  record Failed(CargoFailure failure) implements CheckOutcome {}
}
