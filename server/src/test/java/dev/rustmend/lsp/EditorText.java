package dev.rustmend.lsp;

import dev.rustmend.text.ColumnUnit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextEdit;

/// The text of a buffer as an editor keeps it: Java strings and positions, none of our own classes.
/// It is the other opinion about what an edit means.
final class EditorText {
  private static final List<String> PIECES = List.of("a", "é", "𝄞", "\n", "\r\n", "", "fn x");

  private final ColumnUnit unit;
  private String text;

  EditorText(String text, ColumnUnit unit) {
    this.text = text;
    this.unit = unit;
  }

  String text() {
    return text;
  }

  /// Makes the edits, all of which refer to the text before.
  void apply(List<TextEdit> edits) {
    var sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt((TextEdit e) -> index(e.getRange().getStart())).reversed());
    for (TextEdit edit : sorted) {
      replace(edit.getRange(), edit.getNewText());
    }
  }

  /// Makes one edit and returns what a client would send of it.
  TextDocumentContentChangeEvent edit(Range range, String newText) {
    replace(range, newText);
    return new TextDocumentContentChangeEvent(range, newText);
  }

  TextDocumentContentChangeEvent randomEdit(Random random) {
    Position one = position(boundary(random));
    Position other = position(boundary(random));
    boolean ordered = index(one) <= index(other);
    var range = ordered ? new Range(one, other) : new Range(other, one);
    return edit(range, PIECES.get(random.nextInt(PIECES.size())));
  }

  /// The range of the first occurrence of `part`.
  Range find(String part) {
    int at = text.indexOf(part);
    if (at < 0) {
      throw new IllegalArgumentException("no `" + part + "` in:\n" + text);
    }
    return new Range(position(at), position(at + part.length()));
  }

  private void replace(Range range, String newText) {
    int start = index(range.getStart());
    int end = index(range.getEnd());
    text = text.substring(0, start) + newText + text.substring(end);
  }

  /// A place where a cursor can stand: not inside a character, nor inside `\r\n`.
  private int boundary(Random random) {
    int at = random.nextInt(text.length() + 1);
    boolean inside =
        at > 0
            && at < text.length()
            && (Character.isLowSurrogate(text.charAt(at))
                || (text.charAt(at) == '\n' && text.charAt(at - 1) == '\r'));
    return inside ? at - 1 : at;
  }

  Position position(int index) {
    int lineStart = text.lastIndexOf('\n', index - 1) + 1;
    int line = (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Position(line, width(text.substring(lineStart, index)));
  }

  int index(Position position) {
    int at = 0;
    for (int line = 0; line < position.getLine(); line++) {
      int next = text.indexOf('\n', at);
      if (next < 0) {
        return text.length();
      }
      at = next + 1;
    }
    int columns = 0;
    while (columns < position.getCharacter() && at < text.length() && !isLineEnd(at)) {
      int codePoint = text.codePointAt(at);
      columns += width(Character.toString(codePoint));
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private boolean isLineEnd(int at) {
    return text.charAt(at) == '\n' || text.startsWith("\r\n", at);
  }

  private int width(String part) {
    return switch (unit) {
      case UTF8 -> part.getBytes(StandardCharsets.UTF_8).length;
      case UTF16 -> part.length();
      case UTF32 -> part.codePointCount(0, part.length());
    };
  }
}
