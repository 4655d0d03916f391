package dev.rustmend.bench;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A crate that was broken in one place so that the compiler rejects it.
///
/// `id` is `crate#n`; `text` is the broken text of `file`, a path below the crate's folder; `codes`
/// are the codes of the errors, without those that have none.
record Mutant(
    String id, CrateCopy crate, MutationKind kind, Path file, SourceText text, List<String> codes) {
  Mutant {
    codes = List.copyOf(codes);
  }

  /// All texts of the broken crate by the paths that they have in a copy at `root`.
  SortedMap<Path, SourceText> textsIn(Path root) {
    var texts = new TreeMap<>(crate.textsIn(root));
    texts.put(root.resolve(file), text);
    return texts;
  }

  /// What is broken, as a unified diff.
  List<String> diff() {
    return UnifiedDiff.lines(name(file), crate.text(file), text);
  }

  /// What was done to this mutant in the copy at `root`, where there are now `texts`.
  List<String> repair(Path root, SortedMap<Path, SourceText> texts) {
    var diff = new ArrayList<String>();
    textsIn(root)
        .forEach((path, before) -> {
          SourceText after = texts.getOrDefault(path, before);
          diff.addAll(UnifiedDiff.lines(name(root.relativize(path)), before, after));
        });
    return List.copyOf(diff);
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }
}
