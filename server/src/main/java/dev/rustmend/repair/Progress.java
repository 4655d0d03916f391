package dev.rustmend.repair;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Phase;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Measures how far a state has come from the state that the loop began with.
///
/// The number of errors alone would mislead: a right fix may reveal errors that rustc had not come
/// to. So an error that is new, of a later phase than everything the loop began with, and outside
/// of the functions that were edited, does not count.
final class Progress {
  private final Snapshot begin;
  private final List<DiagnosticKey> known;
  private final Phase first;
  private final Set<String> only;

  /// `only` holds the codes that count besides errors, such as names of lints.
  Progress(Report before, Set<String> only) {
    this.only = Set.copyOf(only);
    begin = before.snapshot();
    List<Diagnostic> errors = errors(before);
    known = errors.stream().map(error -> key(error, begin)).toList();
    first = earliest(errors).orElse(Phase.LINT);
  }

  /// Whether `state` is better than `best`: fewer errors that count, or as many with the earliest
  /// of them in a later phase and nothing but certain fixes (`certain`) on the way.
  boolean isBetter(Report state, Report best, boolean certain) {
    List<Diagnostic> now = counted(state);
    List<Diagnostic> then = counted(best);
    if (now.size() != then.size()) {
      return now.size() < then.size();
    }
    Comparator<Optional<Phase>> byPhase =
        Comparator.comparingInt(phase -> phase.map(Phase::ordinal).orElse(Integer.MAX_VALUE));
    return certain && byPhase.compare(earliest(now), earliest(then)) > 0;
  }

  private List<Diagnostic> counted(Report state) {
    var left = new ArrayList<>(known);
    return errors(state).stream().filter(error -> counts(error, state.snapshot(), left)).toList();
  }

  private boolean counts(Diagnostic error, Snapshot snapshot, List<DiagnosticKey> left) {
    if (left.remove(key(error, snapshot))) {
      return true;
    }
    boolean later = Phase.of(error).compareTo(first) > 0;
    return !later || error.spans().stream().anyMatch(span -> isEdited(span, snapshot));
  }

  /// Whether the item around `span` reads otherwise than in the beginning.
  private boolean isEdited(Span span, Snapshot snapshot) {
    return snapshot
        .read(span.file())
        .map(now -> {
          TextRange item = Items.around(now, span.range());
          return begin
              .read(span.file())
              .map(then -> !then.string().contains(now.slice(item)))
              .orElse(true);
        })
        .orElse(false);
  }

  private List<Diagnostic> errors(Report report) {
    return report.problems().stream()
        .map(Problem::diagnostic)
        .filter(error -> error.isError() || only.contains(error.codeText()))
        .toList();
  }

  private static Optional<Phase> earliest(List<Diagnostic> errors) {
    return errors.stream().map(Phase::of).min(Comparator.naturalOrder());
  }

  private static DiagnosticKey key(Diagnostic error, Snapshot snapshot) {
    return DiagnosticKey.of(error, snapshot::read);
  }
}
