package dev.rustmend.bench;

import java.util.ArrayList;
import java.util.List;

/// A table of a Markdown report; the first column is left-aligned, the others right-aligned.
final class MarkdownTable {
  private final List<String> lines = new ArrayList<>();

  MarkdownTable(List<String> columns) {
    row(columns);
    lines.add("| --- |" + " ---: |".repeat(columns.size() - 1));
  }

  MarkdownTable row(List<String> cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
    return this;
  }

  /// The table with a line break at its end.
  String text() {
    return String.join("\n", lines) + "\n";
  }
}
