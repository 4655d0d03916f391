package dev.rustmend.prompt;

import java.util.List;
import java.util.regex.Pattern;

/// Puts a text of somebody's into a fenced block that the text itself can not end.
final class Fenced {
  private static final Pattern TICKS = Pattern.compile("`{3,}");
  private static final int SHORTEST = 3;

  private Fenced() {}

  /// `text` between fences that are longer than any in it; `language` stands behind the first.
  static String block(String language, String text) {
    int longest =
        TICKS
            .matcher(text)
            .results()
            .mapToInt(run -> run.group().length())
            .max()
            .orElse(SHORTEST - 1);
    String fence = "`".repeat(longest + 1);
    return fence + language + "\n" + text.strip() + "\n" + fence + "\n";
  }

  /// The first lines of a text; how many were left out stands in the place of the rest.
  static String shortened(String text, int most) {
    List<String> lines = text.strip().lines().toList();
    return lines.size() <= most
        ? String.join("\n", lines)
        : String.join("\n", lines.subList(0, most))
            + "\n… (%d more lines)".formatted(lines.size() - most);
  }
}
