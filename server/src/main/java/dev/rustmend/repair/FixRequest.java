package dev.rustmend.repair;

import dev.rustmend.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What the loop of `fix` may do: at most `maxRounds` rounds; only diagnostics with one of the
/// codes `only` (all errors when empty); only problems whose primary span is in `file`, when given;
/// and whether a language model is asked about what is left in the end.
public record FixRequest(int maxRounds, Set<String> only, Optional<Path> file, ModelUse model) {

  /// Whether a model takes part.
  public enum ModelUse {
    NOT_ASKED,
    /// It is asked about errors that nothing else repaired, where one is configured.
    ASKED_LAST,
    /// The same, and what it answered before does not count: for measurements.
    ASKED_AFRESH
  }

  public FixRequest {
    only = Set.copyOf(only);
  }

  /// A request that asks no model.
  public FixRequest(int maxRounds, Set<String> only, Optional<Path> file) {
    this(maxRounds, only, file, ModelUse.NOT_ASKED);
  }

  public static FixRequest everything() {
    return new FixRequest(20, Set.of(), Optional.empty());
  }

  /// The same with or without a model.
  public FixRequest with(ModelUse use) {
    return new FixRequest(maxRounds, only, file, use);
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
