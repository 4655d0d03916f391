package dev.rustmend.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An entry's Markdown cut into its parts: the title, the paragraphs, and the fenced blocks with
/// the heading they stand under.
record EntryText(String title, String prose, List<Block> blocks, List<String> headings) {
  private static final Pattern FENCE = Pattern.compile("(`{3,})(.*)");

  /// One fenced block: the heading above it (empty before the first), the words behind the fence,
  /// its text, and the one-based line of its fence.
  record Block(String heading, String info, String text, int line) {}

  static EntryText of(String markdown) {
    return new Cutter().cut(markdown.lines().toList());
  }

  List<Block> under(String heading, String info) {
    return blocks.stream()
        .filter(block -> block.heading.equals(heading))
        .filter(block -> block.info.equals(info) || block.info.startsWith(info + ","))
        .toList();
  }

  /// Goes through the lines once. Confined to one call.
  private static final class Cutter {
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private String title = "";
    private String heading = "";

    EntryText cut(List<String> lines) {
      int i = 0;
      while (i < lines.size()) {
        String line = lines.get(i);
        Matcher fence = FENCE.matcher(line);
        if (fence.matches()) {
          i = block(lines, i, fence.group(1), fence.group(2).strip());
        } else {
          plain(line);
          i++;
        }
      }
      return new EntryText(title, prose.toString().strip(), blocks, headings);
    }

    private int block(List<String> lines, int start, String fence, String info) {
      int end = start + 1;
      while (end < lines.size() && !lines.get(end).strip().equals(fence)) {
        end++;
      }
      String text = String.join("\n", lines.subList(start + 1, end));
      blocks.add(new Block(heading, info, text, start + 1));
      return end + 1;
    }

    private void plain(String line) {
      if (line.startsWith("## ")) {
        heading = line.substring(3).strip();
        headings.add(heading);
      } else if (line.startsWith("# ") && title.isEmpty()) {
        title = line.substring(2).strip();
      } else if (heading.isEmpty()) {
        prose.append(line).append('\n');
      }
    }
  }
}
