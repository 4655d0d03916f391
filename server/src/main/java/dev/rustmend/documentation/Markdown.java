package dev.rustmend.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes elements of HTML as Markdown: code keeps its marks, links become their text, and what is
/// there for the reader's mouse is left out.
final class Markdown {
  static final String FENCE = "```";

  private static final Set<String> DROPPED =
      Set.of(
          "button", "nav", "script", "style", "svg", "img", "input", "form", "noscript", "iframe");
  private static final String DROPPED_CLASSES =
      ".doc-anchor, .anchor, .tooltip, .test-arrow, .rule, .grammar-railroad, .grammar-hidden,"
          + " .boring, .src, .rightside, .buttons, .notable-traits, .stab .portability, #copy-path";

  private Markdown() {}

  static boolean isDropped(Element element) {
    return DROPPED.contains(element.normalName()) || element.is(DROPPED_CLASSES);
  }

  /// The text inside of a block, on one line.
  static String inline(Node node) {
    var text = new StringBuilder();
    node.childNodes().forEach(child -> inline(child, text));
    return collapsed(text.toString());
  }

  /// A code block. `labels` follows the fence: `rust`, `rust,compile_fail`, or nothing.
  static String code(String labels, String source) {
    String text = source.stripTrailing();
    int from = 0;
    while (text.startsWith("\n", from)) {
      from++;
    }
    String fence = text.contains(FENCE) ? FENCE + "`" : FENCE;
    return fence + labels + "\n" + text.substring(from) + "\n" + fence;
  }

  /// A list, one line for each item; what an item holds besides text is indented below it.
  static String list(Element list, Blocks blocks) {
    var lines = new ArrayList<String>();
    int number = 1;
    for (Element item : list.children()) {
      String mark = list.nameIs("ol") ? number++ + ". " : "- ";
      List<String> inside = blocks.of(item);
      if (!inside.isEmpty()) {
        lines.add(mark + indented(String.join("\n", inside)));
      }
    }
    return String.join("\n", lines);
  }

  /// A table, one line for each row.
  static String table(Element table) {
    var rows = new ArrayList<String>();
    for (Element row : table.select("tr")) {
      String cells =
          row.children().stream().map(Markdown::inline).collect(Collectors.joining(" | "));
      if (!cells.replace("|", "").isBlank()) {
        rows.add("| " + cells + " |");
      }
      if (rows.size() == 1 && row.selectFirst("th") != null) {
        rows.add("|" + " --- |".repeat(row.childrenSize()));
      }
    }
    return String.join("\n", rows);
  }

  static String quoted(List<String> blocks) {
    return String.join("\n\n", blocks)
        .lines()
        .map(line -> ("> " + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  static String collapsed(String text) {
    return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
  }

  /// Turns what stands inside of an element into blocks.
  interface Blocks {
    List<String> of(Element container);
  }

  private static void inline(Node node, StringBuilder text) {
    switch (node) {
      case TextNode plain -> text.append(plain.getWholeText());
      case Element element -> {
        if (!isDropped(element)) {
          inline(element, text);
        }
      }
      default -> {}
    }
  }

  private static void inline(Element element, StringBuilder text) {
    String mark =
        switch (element.normalName()) {
          case "code" -> "`";
          case "em", "i" -> "*";
          case "strong", "b" -> "**";
          default -> "";
        };
    if (element.nameIs("br") || element.nameIs("wbr")) {
      text.append(element.nameIs("br") ? " " : "");
      return;
    }
    if (mark.equals("`")) {
      String source = collapsed(element.wholeText());
      text.append(source.isEmpty() ? "" : mark + source + mark);
      return;
    }
    String inside = mark.isEmpty() ? "" : collapsed(inline((Node) element));
    if (mark.isEmpty()) {
      element.childNodes().forEach(child -> inline(child, text));
    } else if (!inside.isEmpty()) {
      text.append(mark).append(inside).append(mark);
    }
  }

  private static String indented(String text) {
    return text.lines().collect(Collectors.joining("\n  "));
  }
}
