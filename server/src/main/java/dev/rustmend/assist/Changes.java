package dev.rustmend.assist;

import dev.rustmend.kb.Example;
import dev.rustmend.repair.Fix;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Changes as fenced diffs.
final class Changes {
  private static final int HEAD = 2;

  private Changes() {}

  /// The changed lines of the user's code, at most `limit` of them; other files than the only one
  /// are named.
  static List<String> of(Fix fix, Snapshot snapshot, int limit) {
    var lines = new ArrayList<String>();
    boolean several = fix.patch().files().size() > 1;
    for (Path file : fix.patch().files()) {
      snapshot.read(file).ifPresent(before -> {
        if (several) {
          lines.add("@@ " + file.getFileName() + " @@");
        }
        lines.addAll(changed(before, fix.patch().apply(file, before)));
      });
    }
    return fenced(lines, limit);
  }

  /// The changed lines of an example.
  static List<String> of(Example example) {
    var lines = new ArrayList<String>();
    for (Map.Entry<String, String> after : example.repaired().entrySet()) {
      String before = example.broken().files().getOrDefault(after.getKey(), "");
      if (!before.equals(after.getValue())) {
        lines.addAll(changed(SourceText.of(before), SourceText.of(after.getValue())));
      }
    }
    return fenced(lines, Integer.MAX_VALUE);
  }

  private static List<String> changed(SourceText before, SourceText after) {
    return UnifiedDiff.lines("", before, after).stream()
        .skip(HEAD)
        .filter(line -> line.startsWith("+") || line.startsWith("-"))
        .filter(line -> !line.substring(1).isBlank())
        .toList();
  }

  private static List<String> fenced(List<String> lines, int limit) {
    if (lines.isEmpty()) {
      return List.of();
    }
    var block = new ArrayList<String>();
    block.add("```diff");
    block.addAll(lines.size() <= limit ? lines : lines.subList(0, limit));
    if (lines.size() > limit) {
      block.add("@@ %d more lines @@".formatted(lines.size() - limit));
    }
    block.add("```");
    return block;
  }
}
