package dev.rustmend.candidate;

import dev.rustmend.operation.ImportPlace;
import dev.rustmend.operation.Trees;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `use` declaration that a suggestion of rustc's does nothing but insert. rustc puts it before
/// all others of the module.
final class SuggestedImport {
  private static final Pattern USE_LINE = Pattern.compile("\\s*(?:pub )?use ([^;{}]+);\\s*");

  private SuggestedImport() {}

  /// The imported path, where the patch is such an insertion.
  static Optional<String> path(Patch patch) {
    List<TextEdit> edits = patch.edits().values().stream().flatMap(List::stream).toList();
    if (edits.size() != 1 || !edits.getFirst().range().isEmpty()) {
      return Optional.empty();
    }
    Matcher line = USE_LINE.matcher(edits.getFirst().newText());
    return line.matches() ? Optional.of(line.group(1).strip()) : Optional.empty();
  }

  /// `patch`, with the declaration at its place among the others; as it is where it is another
  /// change.
  static Patch inOrder(Patch patch, Snapshot snapshot, Trees trees) {
    Optional<String> path = path(patch);
    if (path.isEmpty() || patch.creates(patch.files().iterator().next())) {
      return patch;
    }
    Path file = patch.files().iterator().next();
    TextEdit edit = patch.edits(file).getFirst();
    if (edit.newText().strip().startsWith("pub ")) {
      return patch;
    }
    return snapshot
        .read(file)
        .flatMap(trees::of)
        .map(
            tree -> Patch.of(file, ImportPlace.edit(tree.nodeAt(edit.range().start()), path.get())))
        .orElse(patch);
  }
}
