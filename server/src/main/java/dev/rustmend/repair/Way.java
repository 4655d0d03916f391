package dev.rustmend.repair;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Difference;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.Aftermath;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// From the state that a loop began with to one that it came to, by however many steps.
record Way(Report begin, Report end) {

  /// What the warnings of a state without errors say against the way there, as a verb phrase about
  /// it; each step alone could not know, since lints come when the errors are gone.
  Optional<String> doubt() {
    return end.errors() > 0
        ? Optional.empty()
        : Aftermath.doubt(
            warnings(begin), warnings(end), begin.snapshot(), end.snapshot(), patch());
  }

  private Patch patch() {
    Snapshot before = begin.snapshot();
    var edits = new TreeMap<Path, List<TextEdit>>();
    end.snapshot()
        .overlay()
        .forEach((file, text) ->
            before.read(file).ifPresent(old -> edits.put(file, Difference.edits(old, text))));
    return new Patch(edits);
  }

  private static List<Diagnostic> warnings(Report report) {
    return report.problems().stream()
        .map(Problem::diagnostic)
        .filter(diagnostic -> !diagnostic.isError())
        .toList();
  }
}
