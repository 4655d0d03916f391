package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One patch, with all trials that propose it: an import that ten errors ask for is one change.
record Change(Patch patch, List<Trial> trials) {
  Change {
    trials = List.copyOf(trials);
  }

  /// The distinct patches of `trials`, in order.
  static List<Change> of(List<Trial> trials) {
    Map<Patch, List<Trial>> byPatch =
        trials.stream()
            .collect(Collectors.groupingBy(Trial::patch, LinkedHashMap::new, Collectors.toList()));
    return byPatch.entrySet().stream()
        .map(entry -> new Change(entry.getKey(), entry.getValue()))
        .toList();
  }

  List<Diagnostic> targets() {
    return trials.stream().map(Trial::target).toList();
  }

  /// Whether it is meant for errors, not for warnings.
  boolean fixesErrors() {
    return targets().stream().allMatch(Diagnostic::isError);
  }

  /// Whether it changes the very place of `target`, so that nothing else needs to have removed it.
  boolean isAt(Diagnostic target) {
    return target
        .primary()
        .filter(span -> patch.edits(span.file()).stream().anyMatch(edit -> touches(edit, span)))
        .isPresent();
  }

  private static boolean touches(TextEdit edit, Span span) {
    return edit.range().touches(span.range());
  }

  /// Whether both may be compiled together and still be told apart: they do not want different
  /// things for one target, nor for two that one remedy elsewhere could both cure.
  boolean goesWith(Change other, Function<Diagnostic, String> cause) {
    return fixesErrors() == other.fixesErrors()
        && targets().stream()
            .allMatch(
                mine -> other.targets().stream().allMatch(its -> apart(mine, other, its, cause)))
        && patch.merge(other.patch).isPresent();
  }

  private boolean apart(
      Diagnostic mine, Change other, Diagnostic its, Function<Diagnostic, String> cause) {
    boolean differ = !cause.apply(mine).equals(cause.apply(its));
    return !mine.equals(its) && (differ || (isAt(mine) && other.isAt(its)));
  }

  /// The patches of `changes` as one; empty when two of them conflict.
  static Optional<Patch> merge(List<Change> changes) {
    Optional<Patch> merged = Optional.of(Patch.empty());
    for (Change change : changes) {
      merged = merged.flatMap(patch -> patch.merge(change.patch()));
    }
    return merged;
  }
}
