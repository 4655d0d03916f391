package dev.rustmend.wording;

import java.util.ArrayList;
import java.util.List;

/// A page of Markdown, cut at its headings.
final class Sections {
  private static final String FENCE = "```";

  private Sections() {}

  /// The sections that have text, each under the heading above it, in their order. A page without
  /// any gives one section without a title.
  static List<Source> of(String page) {
    var sections = new ArrayList<Source>();
    var text = new StringBuilder();
    String title = "";
    boolean inCode = false;
    for (String line : page.lines().toList()) {
      inCode ^= line.strip().startsWith(FENCE);
      if (!inCode && (line.startsWith("# ") || line.startsWith("## "))) {
        add(title, text, sections);
        title = line.substring(line.indexOf(' ') + 1).strip();
      } else {
        text.append(line).append('\n');
      }
    }
    add(title, text, sections);
    return sections.isEmpty() ? List.of(new Source(title, page.strip())) : sections;
  }

  private static void add(String title, StringBuilder text, List<Source> sections) {
    if (!text.toString().isBlank()) {
      sections.add(new Source(title, text.toString().strip()));
    }
    text.setLength(0);
  }
}
