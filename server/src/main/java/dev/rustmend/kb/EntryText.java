package dev.rustmend.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An entry's Markdown cut into its parts: the title, the paragraphs, the fenced blocks with the
/// heading they stand under, and the headings, the title left out. `lastLine` is the one-based line
/// where the prose ends, 0 without prose.
public record EntryText(
    String title, String prose, int lastLine, List<Block> blocks, List<Heading> headings) {
  private static final Pattern FENCE = Pattern.compile("(`{3,})(.*)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} .*");

  public EntryText {
    blocks = List.copyOf(blocks);
    headings = List.copyOf(headings);
  }

  /// One fenced block: the heading above it (empty before the first), the words behind the fence,
  /// its text, the one-based line of its fence, and whether a fence ends it.
  public record Block(String heading, String info, String text, int line, boolean closed) {
    /// The first of the words behind the fence.
    public String language() {
      int comma = info.indexOf(',');
      return comma < 0 ? info : info.substring(0, comma);
    }
  }

  /// A heading as it stands there, signs included, and its one-based line.
  public record Heading(String text, int line) {}

  /// Cuts `markdown`; every text can be cut.
  public static EntryText of(String markdown) {
    return new Cutter().cut(markdown.lines().toList());
  }

  /// The blocks under `heading` in the language `language`, in order.
  public List<Block> under(String heading, String language) {
    return blocks.stream()
        .filter(block -> block.heading.equals(heading) && block.language().equals(language))
        .toList();
  }

  /// Goes through the lines once. Confined to one call.
  private static final class Cutter {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private String title = "";
    private String heading = "";
    private int lastLine;

    EntryText cut(List<String> lines) {
      int i = 0;
      while (i < lines.size()) {
        String line = lines.get(i);
        Matcher fence = FENCE.matcher(line);
        if (fence.matches()) {
          i = block(lines, i, fence.group(1), fence.group(2).strip());
        } else {
          plain(line, i + 1);
          i++;
        }
      }
      return new EntryText(title, prose.toString().strip(), lastLine, blocks, headings);
    }

    private int block(List<String> lines, int start, String fence, String info) {
      int end = start + 1;
      while (end < lines.size() && !lines.get(end).strip().equals(fence)) {
        end++;
      }
      String text = String.join("\n", lines.subList(start + 1, end));
      blocks.add(new Block(heading, info, text, start + 1, end < lines.size()));
      return end + 1;
    }

    private void plain(String line, int number) {
      if (line.startsWith("# ") && title.isEmpty()) {
        title = line.substring(2).strip();
      } else if (HEADING.matcher(line).matches()) {
        heading = line.substring(line.indexOf(' ')).strip();
        headings.add(new Heading(line.strip(), number));
      } else if (heading.isEmpty()) {
        prose.append(line).append('\n');
        lastLine = line.isBlank() ? lastLine : number;
      }
    }
  }
}
