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
import java.util.regex.Pattern;

/// Changes as fenced diffs.
final class Changes {
  private static final int HEAD = 2;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Changes() {}

  /// The changed lines of the user's code, at most `limit` of them; other files than the only one
  /// are named.
  static List<String> of(Fix fix, Snapshot snapshot, int limit) {
    var lines = new ArrayList<String>();
    boolean several = fix.patch().files().size() > 1;
    for (Path file : fix.patch().files()) {
      snapshot
          .read(file)
          .ifPresent(before -> {
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

  /// Whether two fixes come to the same text, up to white space.
  static boolean same(Fix one, Fix other, Snapshot snapshot) {
    return one.equals(other)
        || (one.patch().files().equals(other.patch().files())
            && one.patch().files().stream()
                .allMatch(file -> after(one, file, snapshot).equals(after(other, file, snapshot))));
  }

  private static String after(Fix fix, Path file, Snapshot snapshot) {
    return snapshot
        .read(file)
        .map(text -> SPACE.matcher(fix.patch().apply(file, text).string()).replaceAll(""))
        .orElse("");
  }

  /// The lines that change; with their neighbours where lines are only added, removed or moved, for
  /// then the place is what matters.
  private static List<String> changed(SourceText before, SourceText after) {
    List<String> diff = UnifiedDiff.lines("", before, after).stream().skip(HEAD).toList();
    boolean placed =
        texts(diff, "-").isEmpty()
            || texts(diff, "+").isEmpty()
            || texts(diff, "-").equals(texts(diff, "+"));
    var lines = new ArrayList<String>();
    for (int i = 0; i < diff.size(); i++) {
      String line = diff.get(i);
      boolean near = isChange(diff, i - 1) || isChange(diff, i + 1);
      if (isChange(diff, i) || (placed && near && line.startsWith(" ") && !line.isBlank())) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static boolean isChange(List<String> diff, int at) {
    return at >= 0
        && at < diff.size()
        && (diff.get(at).startsWith("+") || diff.get(at).startsWith("-"))
        && !diff.get(at).substring(1).isBlank();
  }

  private static List<String> texts(List<String> diff, String sign) {
    return diff.stream()
        .filter(line -> line.startsWith(sign))
        .map(line -> line.substring(1).strip())
        .filter(line -> !line.isEmpty())
        .sorted()
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
