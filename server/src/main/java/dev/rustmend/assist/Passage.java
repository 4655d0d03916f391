package dev.rustmend.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Cuts passages out of rustc's explanations.
final class Passage {
  private static final Pattern REFERENCE = Pattern.compile("\\[(`[^`]*`)](?!\\()");

  private Passage() {}

  /// The first paragraph, in one line.
  static String first(String explanation) {
    return explanation
        .lines()
        .dropWhile(String::isBlank)
        .takeWhile(line -> !line.isBlank() && !line.startsWith("```"))
        .map(String::strip)
        .reduce((a, b) -> a + " " + b)
        .map(text -> REFERENCE.matcher(text).replaceAll("$1").replace(" (see below)", ""))
        .orElse("");
  }

  /// What follows the first paragraph.
  static String rest(String explanation) {
    return explanation
        .lines()
        .dropWhile(String::isBlank)
        .dropWhile(line -> !line.isBlank() && !line.startsWith("```"))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /// The whole text, its unmarked fences marked as Rust so that a viewer colours them.
  static List<String> rustFences(String explanation) {
    var lines = new ArrayList<String>();
    boolean open = false;
    for (String line : explanation.lines().toList()) {
      if (line.equals("```")) {
        lines.add(open ? "```" : "```rust");
        open = !open;
      } else {
        open = open != line.startsWith("```");
        lines.add(line);
      }
    }
    return lines;
  }
}
