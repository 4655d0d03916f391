package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colors the text that rustc renders for a diagnostic as rustc itself would on a terminal.
///
/// rustc's JSON holds the text without color, so the parts are told apart by their form. Shapes
/// (rustc 1.95): `12 | code`, below it ` | ^^^ label` with `^` for primary and `-` for secondary
/// places, `--> file`, `= note:`, and in suggestions `12 - old`, `12 + new`, `| +++`.
final class Excerpt {
  private static final Pattern HEAD =
      Pattern.compile(
          "^(error: internal compiler error|error|warning|note|help|failure-note)(\\[[^]]*])?: (.*)$");
  private static final Pattern PLACE = Pattern.compile("^(\\s*)(-->|:::)( .*)$");
  private static final Pattern REMARK = Pattern.compile("^(\\s*)= (note|help|warning): (.*)$");
  private static final Pattern SOURCE = Pattern.compile("^(\\s*\\d+ )([|+~-])( ?)(.*)$");
  private static final Pattern MARKS = Pattern.compile("^(\\s*)\\|( .*|)$");

  private final Paint paint;
  private Ink primary;
  private Ink[] columns = new Ink[0];

  private Excerpt(Paint paint, Ink primary) {
    this.paint = paint;
    this.primary = primary;
  }

  /// The colored lines of `rendered`. Marks have the color of the heading above them: in a note
  /// they are green.
  static List<String> lines(List<String> rendered, Paint paint) {
    var excerpt = new Excerpt(paint, Ink.ERROR);
    var lines = new ArrayList<String>();
    for (int i = 0; i < rendered.size(); i++) {
      lines.add(excerpt.line(rendered.get(i), i == 0 ? Ink.STRONG : Ink.PLAIN));
    }
    return lines;
  }

  /// The ink of a level, by rustc's word for it.
  private static Ink ink(String level) {
    return switch (level) {
      case "warning" -> Ink.WARNING;
      case "note", "failure-note" -> Ink.NOTE;
      case "help" -> Ink.HELP;
      default -> Ink.ERROR;
    };
  }

  private String line(String line, Ink message) {
    Matcher head = HEAD.matcher(line);
    if (head.matches()) {
      primary = ink(head.group(1));
      String code = head.group(2) == null ? "" : head.group(2);
      return paint.in(primary, head.group(1) + code) + paint.in(message, ": " + head.group(3));
    }
    Matcher place = PLACE.matcher(line);
    if (place.matches()) {
      return place.group(1) + paint.in(Ink.GUTTER, place.group(2)) + place.group(3);
    }
    Matcher remark = REMARK.matcher(line);
    if (remark.matches()) {
      return "%s%s %s: %s"
          .formatted(
              remark.group(1),
              paint.in(Ink.GUTTER, "="),
              paint.in(Ink.STRONG, remark.group(2)),
              remark.group(3));
    }
    Matcher source = SOURCE.matcher(line);
    if (source.matches()) {
      return source(source);
    }
    Matcher marks = MARKS.matcher(line);
    if (marks.matches()) {
      return marks.group(1) + paint.in(Ink.GUTTER, "|") + marks(marks.group(2));
    }
    return line.equals("...") ? paint.in(Ink.GUTTER, line) : line;
  }

  private String source(Matcher source) {
    columns = new Ink[0];
    String number = source.group(1);
    String code = source.group(3) + source.group(4);
    return switch (source.group(2)) {
      case "+", "~" -> paint.in(Ink.GUTTER, number) + paint.in(Ink.ADDED, source.group(2) + code);
      case "-" -> paint.in(Ink.GUTTER, number) + paint.in(Ink.REMOVED, "-" + code);
      default -> paint.in(Ink.GUTTER, number + "|") + connectors(code);
    };
  }

  /// The bars that rustc draws down the left side of a span of several lines.
  private String connectors(String code) {
    int end = 0;
    while (end < code.length() && " |/".indexOf(code.charAt(end)) >= 0) {
      end++;
    }
    int last = Math.max(code.lastIndexOf('|', end), code.lastIndexOf('/', end));
    boolean drawn = last >= 0 && last < end && last <= 4;
    return drawn ? paint.in(primary, code.substring(0, last + 1)) + code.substring(last + 1) : code;
  }

  /// A line of marks and labels under a source line. The first one says which column has which
  /// color; the bars and labels below it take the color of their column.
  private String marks(String text) {
    Ink[] inks = new Ink[text.length()];
    Arrays.fill(inks, Ink.PLAIN);
    int i = 0;
    Ink last = Ink.PLAIN;
    while (i < text.length() && " ^-_~+|/.".indexOf(text.charAt(i)) >= 0) {
      inks[i] = mark(text, i);
      last = inks[i] == Ink.PLAIN ? last : inks[i];
      i++;
    }
    Ink label = i < columns.length && columns[i] != Ink.PLAIN ? columns[i] : last;
    Arrays.fill(inks, i, text.length(), label);
    if (columns.length == 0) {
      columns = inks.clone();
    }
    return painted(text, inks);
  }

  private Ink mark(String text, int i) {
    return switch (text.charAt(i)) {
      case '^' -> primary;
      case '-' -> Ink.GUTTER;
      case '+', '~' -> Ink.ADDED;
      case '_' -> text.indexOf('-', i) >= 0 && text.indexOf('^', i) < 0 ? Ink.GUTTER : primary;
      case '|' -> i < columns.length ? columns[i] : primary;
      default -> Ink.PLAIN;
    };
  }

  private String painted(String text, Ink[] inks) {
    var painted = new StringBuilder();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || inks[i] != inks[start]) {
        painted.append(paint.in(inks[start], text.substring(start, i)));
        start = i;
      }
    }
    return painted.toString();
  }
}
