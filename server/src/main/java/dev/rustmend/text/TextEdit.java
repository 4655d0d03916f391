package dev.rustmend.text;

import java.nio.charset.StandardCharsets;

/// One replacement: the bytes in `range` become `newText`. An empty range inserts, an empty text
/// deletes.
public record TextEdit(TextRange range, String newText) {

  public static TextEdit replace(int start, int end, String newText) {
    return new TextEdit(new TextRange(start, end), newText);
  }

  public static TextEdit insert(int offset, String newText) {
    return new TextEdit(TextRange.at(offset), newText);
  }

  /// The edit from `old`, which begins at `start`, to `written`, without what both begin and end
  /// with.
  public static TextEdit trimmed(int start, String old, String written) {
    int shorter = Math.min(old.length(), written.length());
    int head = 0;
    while (head < shorter && old.charAt(head) == written.charAt(head)) {
      head++;
    }
    if (head > 0 && Character.isHighSurrogate(old.charAt(head - 1))) {
      head--;
    }
    int tail = 0;
    while (tail < shorter - head
        && old.charAt(old.length() - 1 - tail) == written.charAt(written.length() - 1 - tail)) {
      tail++;
    }
    if (tail > 0 && Character.isLowSurrogate(old.charAt(old.length() - tail))) {
      tail--;
    }
    int from = start + bytes(old.substring(0, head));
    int to = from + bytes(old.substring(head, old.length() - tail));
    return replace(from, to, written.substring(head, written.length() - tail));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// The same with `lineBreak` in place of each line break of the new text.
  TextEdit withLineBreak(String lineBreak) {
    return new TextEdit(range, newText.replace("\r\n", "\n").replace("\n", lineBreak));
  }

  /// How many bytes the file grows (or, negative, shrinks) by.
  public int growth() {
    return newBytes().length - range.length();
  }

  /// The UTF-8 encoding of the new text.
  public byte[] newBytes() {
    return newText.getBytes(StandardCharsets.UTF_8);
  }

  /// Whether the two can not both be made: they overlap, or both insert at the same place, unless
  /// what both insert there are whole lines.
  public boolean conflictsWith(TextEdit other) {
    if (range.isEmpty() && other.range.isEmpty()) {
      return range.equals(other.range)
          && !(beginsLine() && other.beginsLine())
          && !(endsLine() && other.endsLine());
    }
    if (range.isEmpty()) {
      return other.range.start() < range.start() && range.start() < other.range.end();
    }
    if (other.range.isEmpty()) {
      return other.conflictsWith(this);
    }
    return range.overlaps(other.range);
  }

  private boolean beginsLine() {
    return newText.startsWith("\n") || newText.startsWith("\r\n");
  }

  private boolean endsLine() {
    return newText.substring(newText.lastIndexOf('\n') + 1).isBlank() && newText.indexOf('\n') >= 0;
  }
}
