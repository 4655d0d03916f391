package dev.rustmend.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes sections of a length that suits a search: very short ones join the one above, long ones
/// are split between two paragraphs.
final class SectionLengths {
  private static final int MOST_WORDS = 400;
  private static final int FEW_WORDS = 25;

  /// Headings that say nothing without the one above.
  private static final Set<String> DEPENDENT =
      Set.of("Example", "Examples", "Panics", "Errors", "Safety", "Note", "Notes");

  private SectionLengths() {}

  static List<Section> fit(List<Section> sections) {
    var joined = new ArrayList<Section>();
    for (Section section : sections) {
      if (section.blocks().isEmpty()) {
        continue;
      }
      int above = joined.size() - 1;
      if (above >= 0 && belongsTo(joined.get(above), section)) {
        joined.set(above, joined.get(above).with(section));
      } else {
        joined.add(section);
      }
    }
    return joined.stream().flatMap(section -> split(section).stream()).toList();
  }

  private static boolean belongsTo(Section above, Section section) {
    boolean below = section.level() > above.level() && section.headings().contains(above.title());
    boolean small = section.words() < FEW_WORDS || DEPENDENT.contains(section.title());
    return below && small && above.words() + section.words() <= MOST_WORDS;
  }

  private static List<Section> split(Section section) {
    var parts = new ArrayList<Section>();
    var blocks = new ArrayList<String>();
    int aim = aim(section.words());
    int words = 0;
    int before = 0;
    for (String block : section.blocks().stream().flatMap(it -> pieces(it).stream()).toList()) {
      int more = Section.words(block);
      boolean nearer = before + words + more / 2 > aim * (parts.size() + 1);
      if (words > 0 && (words + more > MOST_WORDS || nearer)) {
        parts.add(section.with(parts.size() + 1, blocks));
        blocks.clear();
        before += words;
        words = 0;
      }
      blocks.add(block);
      words += more;
    }
    parts.add(section.with(parts.size() + 1, blocks));
    return parts;
  }

  /// The length at which the parts of a section come out about equal.
  private static int aim(int words) {
    int parts = (words + MOST_WORDS - 1) / MOST_WORDS;
    return words / Math.max(1, parts);
  }

  /// A block that is too long by itself, such as a table, in pieces of whole lines; a code block
  /// stays one.
  private static List<String> pieces(String block) {
    if (Section.words(block) <= MOST_WORDS || block.startsWith(Markdown.FENCE)) {
      return List.of(block);
    }
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    int words = 0;
    for (String line : block.lines().toList()) {
      int more = Section.words(line);
      if (words > 0 && words + more > MOST_WORDS) {
        pieces.add(piece.toString());
        piece.setLength(0);
        words = 0;
      }
      piece.append(piece.isEmpty() ? "" : "\n").append(line);
      words += more;
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
