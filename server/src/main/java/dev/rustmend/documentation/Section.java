package dev.rustmend.documentation;

import java.util.ArrayList;
import java.util.List;

/// What stands below one heading of a page. `anchor` is the heading's id, or empty; `headings` are
/// the titles above it, outermost first; `blocks` are paragraphs, lists, tables and code blocks in
/// Markdown. `part` is 1, or higher for the later parts of a long section.
record Section(
    String anchor, int part, int level, String title, List<String> headings, List<String> blocks) {

  Section {
    headings = List.copyOf(headings);
    blocks = List.copyOf(blocks);
  }

  Section with(int newPart, List<String> newBlocks) {
    return new Section(anchor, newPart, level, title, headings, newBlocks);
  }

  /// This section with `below` at its end, under its title.
  Section with(Section below) {
    var all = new ArrayList<>(blocks);
    all.add("**" + below.title() + "**");
    all.addAll(below.blocks());
    return with(part, all);
  }

  int words() {
    return blocks.stream().mapToInt(Section::words).sum();
  }

  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = !Character.isWhitespace(text.charAt(i));
      words += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return words;
  }
}
