package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.List;

/// Moves statements about: whole lines where a statement has its lines to itself, with its
/// attributes and the comment behind it.
final class Lines {
  private Lines() {}

  /// Puts `statement` right before `target`.
  static void moveBefore(Edits edits, Place place, SyntaxNode statement, SyntaxNode target) {
    SourceText text = place.tree().source();
    TextRange from = lines(text, withAttributes(statement));
    TextRange to = lines(text, withAttributes(target));
    if (isWhole(text, from) && isWhole(text, to)) {
      String moved = reindented(text, from, Site.indent(text, to.start()));
      edits.insert(place.file(), to.start(), moved).replace(place.file(), from, "");
    } else {
      TextRange inner = withAttributes(statement);
      edits
          .insert(place.file(), withAttributes(target).start(), text.slice(inner) + " ")
          .deleteLine(place.file(), text, inner);
    }
  }

  /// Puts `statement` right behind `target`.
  static void moveBehind(Edits edits, Place place, SyntaxNode statement, SyntaxNode target) {
    SourceText text = place.tree().source();
    TextRange from = lines(text, withAttributes(statement));
    TextRange to = lines(text, target.range());
    if (isWhole(text, from) && isWhole(text, to) && to.end() > target.range().end()) {
      String moved = reindented(text, from, Site.indent(text, target.range().start()));
      edits.insert(place.file(), to.end(), moved).replace(place.file(), from, "");
    } else {
      TextRange inner = withAttributes(statement);
      edits
          .insert(place.file(), target.range().end(), " " + text.slice(inner))
          .deleteLine(place.file(), text, inner);
    }
  }

  /// Puts the line `code` before the statement `target`, with its indentation.
  static void insertBefore(Edits edits, Place place, SyntaxNode target, String code) {
    SourceText text = place.tree().source();
    TextRange start = withAttributes(target);
    String indent = Site.indent(text, start.start());
    boolean ownLine = lines(text, start).start() <= start.start() && startsLine(text, start);
    edits.insert(place.file(), start.start(), code + (ownLine ? "\n" + indent : " "));
  }

  /// The range of a statement with the attributes that stand before it.
  static TextRange withAttributes(SyntaxNode statement) {
    TextRange range = statement.range();
    List<SyntaxNode> around = statement.parent().map(SyntaxNode::children).orElse(List.of());
    int at = around.indexOf(statement);
    while (at > 0 && around.get(at - 1).is("attribute_item")) {
      at--;
      range = range.cover(around.get(at).range());
    }
    return range;
  }

  /// The lines in which the range stands, with the end of the last one.
  static TextRange lines(SourceText text, TextRange range) {
    byte[] bytes = text.bytes();
    int start = range.start();
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    int end = range.end();
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    int first = start;
    while (first < range.start() && (bytes[first] == ' ' || bytes[first] == '\t')) {
      first++;
    }
    String behind = text.slice(new TextRange(range.end(), end)).strip();
    boolean alone = first == range.start() && (behind.isEmpty() || behind.startsWith("//"));
    return alone ? new TextRange(start, Math.min(bytes.length, end + 1)) : range;
  }

  private static boolean startsLine(SourceText text, TextRange range) {
    return Site.indent(text, range.start()).length()
        == range.start() - lineStart(text, range.start());
  }

  private static int lineStart(SourceText text, int offset) {
    int start = offset;
    while (start > 0 && text.bytes()[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static boolean isWhole(SourceText text, TextRange range) {
    byte[] bytes = text.bytes();
    return (range.start() == 0 || bytes[range.start() - 1] == '\n')
        && range.end() > 0
        && bytes[range.end() - 1] == '\n';
  }

  private static String reindented(SourceText text, TextRange lines, String indent) {
    String code = text.slice(lines);
    String own = Site.indent(text, lines.start());
    if (own.equals(indent)) {
      return code;
    }
    var moved = new StringBuilder();
    code.lines()
        .forEach(line ->
            moved
                .append(line.startsWith(own) ? indent + line.substring(own.length()) : line)
                .append('\n'));
    return moved.toString();
  }
}
