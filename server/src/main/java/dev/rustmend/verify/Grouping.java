package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// Puts changes into groups that can share one compile.
final class Grouping {
  private Grouping() {}

  /// The changes in groups: the first has the first proposal for each target, the second the second
  /// one, and so on, as far as they go together.
  static List<List<Change>> rounds(List<Change> changes, Snapshot base) {
    var groups = new ArrayList<List<Change>>();
    for (Change change : changes) {
      groups.stream()
          .filter(group -> fits(change, group, base))
          .findFirst()
          .orElseGet(() -> {
            var group = new ArrayList<Change>();
            groups.add(group);
            return group;
          })
          .add(change);
    }
    return groups;
  }

  /// The changes that can all be made together, the earlier ones first.
  static List<Change> compatible(List<Change> changes) {
    var together = new ArrayList<Change>();
    for (Change change : changes) {
      var more = new ArrayList<>(together);
      more.add(change);
      if (Change.merge(more).isPresent()) {
        together.add(change);
      }
    }
    return together;
  }

  private static boolean fits(Change change, List<Change> group, Snapshot base) {
    return group.stream().allMatch(other -> change.goesWith(other, error -> cause(error, base)));
  }

  /// Two errors at the same text, such as an unknown name, may go away by one remedy.
  private static String cause(Diagnostic error, Snapshot base) {
    return error
        .primary()
        .map((Span span) -> base.read(span.file()).map(t -> t.slice(span.range())).orElse(""))
        .orElse("");
  }
}
