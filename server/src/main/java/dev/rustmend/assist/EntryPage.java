package dev.rustmend.assist;

import dev.rustmend.kb.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// An entry of the knowledge base as a part of a page.
final class EntryPage {
  private static final Pattern HOLE = Pattern.compile("\\$(?=[A-Za-z_])");
  private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\n+");

  private EntryPage() {}

  /// Title, prose and the change of the first example.
  static List<String> of(Entry entry) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("### " + title(entry));
    lines.add("");
    lines.addAll(entry.prose().lines().toList());
    entry.examples().stream()
        .findFirst()
        .ifPresent(example -> {
          lines.add("");
          lines.addAll(Changes.of(example));
        });
    return lines;
  }

  /// The title; what a recipe would bind stands there by its name.
  static String title(Entry entry) {
    return HOLE.matcher(entry.title()).replaceAll("");
  }

  /// The paragraphs behind the first: why the repair is right.
  static List<String> reasons(Entry entry) {
    return PARAGRAPHS.splitAsStream(entry.prose()).skip(1).toList();
  }
}
