package dev.rustmend.repair;

import dev.rustmend.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What the loop of `fix` may do: at most `maxRounds` rounds; only diagnostics with one of the
/// codes `only` (all errors when empty); only problems whose primary span is in `file`, when given.
public record FixRequest(int maxRounds, Set<String> only, Optional<Path> file) {
  public FixRequest {
    only = Set.copyOf(only);
  }

  public static FixRequest everything() {
    return new FixRequest(20, Set.of(), Optional.empty());
  }

  /// Whether `problem` is one to be repaired.
  boolean covers(Problem problem) {
    Diagnostic diagnostic = problem.diagnostic();
    boolean kind = only.isEmpty() ? diagnostic.isError() : only.contains(diagnostic.codeText());
    return kind
        && (file.isEmpty()
            || diagnostic.primary().filter(span -> span.file().equals(file.get())).isPresent());
  }

  /// Whether nothing that was to be repaired is left in `report`.
  boolean isMetBy(Report report) {
    return report.problems().stream().noneMatch(this::covers);
  }
}
