package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Markdown as rustc and rustmend write it, for a terminal: headings, paragraphs wrapped to the
/// width, lists, fenced code in its colors, `code`, **bold** and links.
final class MarkdownText {
  private static final Pattern FENCE = Pattern.compile("^(\\s*)```(\\w*).*$");
  private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$");
  private static final Pattern ITEM = Pattern.compile("^(\\s*(?:[-*]|\\d+\\.) +)(.*)$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\((https?:[^)\\s]+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("^\\[[^\\]]+]: https?:\\S+$");
  private static final Pattern ADDRESS = Pattern.compile("\\(https?:[^)\\s]+\\)");
  private static final char NO_BREAK = '\u00A0';
  private static final int WIDEST = 100;

  private final Paint paint;
  private final int width;

  MarkdownText(Paint paint, int columns) {
    this.paint = paint;
    this.width = Math.min(columns, WIDEST);
  }

  /// The lines to print.
  List<String> lines(String markdown) {
    var shown = new ArrayList<String>();
    var paragraph = new ArrayList<String>();
    List<String> source = markdown.lines().toList();
    for (int i = 0; i < source.size(); i++) {
      String line = source.get(i);
      var fence = FENCE.matcher(line);
      if (fence.matches()) {
        flush(paragraph, shown);
        int end = closing(source, i + 1);
        shown.addAll(fenced(source.subList(i + 1, end), fence.group(2)));
        i = end;
      } else if (startsBlock(line)) {
        flush(paragraph, shown);
        add(line, paragraph, shown);
      } else {
        paragraph.add(line);
      }
    }
    flush(paragraph, shown);
    return shown;
  }

  private static boolean startsBlock(String line) {
    return line.isBlank()
        || HEADING.matcher(line).matches()
        || ITEM.matcher(line).matches()
        || REFERENCE.matcher(line).matches();
  }

  private void add(String line, List<String> paragraph, List<String> shown) {
    var heading = HEADING.matcher(line);
    if (heading.matches()) {
      shown.add(paint.in(Ink.HEADING, plain(heading.group(1))));
    } else if (line.isBlank()) {
      shown.add("");
    } else {
      paragraph.add(line);
    }
  }

  /// Wraps and colors what was gathered of a paragraph or a list item.
  private void flush(List<String> paragraph, List<String> shown) {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = String.join(" ", paragraph.stream().map(String::strip).toList());
    var item = ITEM.matcher(paragraph.getFirst());
    String indent = " ".repeat(item.matches() ? item.end(1) : 0);
    int lead = paragraph.getFirst().length() - paragraph.getFirst().stripLeading().length();
    for (String line : wrapped(" ".repeat(lead) + breakable(text), indent)) {
      shown.add(inline(line));
    }
    paragraph.clear();
  }

  /// The text in a form that may be wrapped at any space: links as words with their address behind
  /// them, bold text word by word, and no space in code.
  private static String breakable(String text) {
    String linked =
        LINK.matcher(text).replaceAll(link -> quote(link.group(1) + " (" + link.group(2) + ")"));
    String bold =
        BOLD.matcher(linked)
            .replaceAll(strong -> quote("**" + strong.group(1).replace(" ", "** **") + "**"));
    return CODE.matcher(bold)
        .replaceAll(code -> quote("`" + code.group(1).replace(' ', NO_BREAK) + "`"));
  }

  private List<String> wrapped(String text, String indent) {
    var lines = new ArrayList<String>();
    String rest = text;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int cut = space > indent.length() + 10 ? space : rest.indexOf(' ', width);
      if (cut < 0) {
        break;
      }
      lines.add(rest.substring(0, cut));
      rest = indent + rest.substring(cut + 1);
    }
    lines.add(rest);
    return lines;
  }

  private String inline(String line) {
    String bold =
        BOLD.matcher(line).replaceAll(found -> quote(paint.in(Ink.STRONG, found.group(1))));
    String linked =
        ADDRESS.matcher(bold).replaceAll(found -> quote(paint.in(Ink.FAINT, found.group())));
    return CODE.matcher(linked)
        .replaceAll(found -> quote(code(found.group(1).replace(NO_BREAK, ' '))));
  }

  /// Without color the back ticks are all that tells code from words.
  private String code(String text) {
    return paint == Paint.PLAIN ? "`" + text + "`" : paint.in(Ink.CODE, text);
  }

  private static String plain(String heading) {
    return CODE.matcher(heading).replaceAll(found -> quote(found.group(1)));
  }

  private static String quote(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$");
  }

  private List<String> fenced(List<String> code, String language) {
    if (language.equals("text")) {
      return Excerpt.lines(code, paint);
    }
    UnaryOperator<String> color = language.equals("diff") ? this::diff : this::rust;
    return code.stream()
        .map(line -> "    " + color.apply(line.strip().isEmpty() ? "" : line))
        .toList();
  }

  private String diff(String line) {
    String text = line.stripLeading();
    Ink ink =
        text.startsWith("+")
            ? Ink.ADDED
            : text.startsWith("-") ? Ink.REMOVED : text.startsWith("@@") ? Ink.GUTTER : Ink.PLAIN;
    return paint.in(ink, line);
  }

  private String rust(String line) {
    int comment = line.indexOf("//");
    return comment < 0
        ? paint.in(Ink.CODE, line)
        : paint.in(Ink.CODE, line.substring(0, comment))
            + paint.in(Ink.FAINT, line.substring(comment));
  }

  private static int closing(List<String> source, int from) {
    for (int i = from; i < source.size(); i++) {
      if (source.get(i).strip().equals("```")) {
        return i;
      }
    }
    return source.size();
  }
}
