package dev.rustmend.text;

import java.util.Arrays;

/// Where the lines of a text begin, and columns in any [ColumnUnit].
///
/// Lines and columns are zero-based here. A line ends with `\n`; a `\r` before it belongs to the
/// line, as it does for rustc. Offsets past the end are clamped, so that a request about a text
/// that has just become shorter gets the nearest place instead of an exception.
public final class LineIndex {
  private final byte[] bytes;
  private final int[] starts;

  LineIndex(byte[] bytes) {
    this.bytes = bytes;
    int count = 1;
    for (byte b : bytes) {
      count += b == '\n' ? 1 : 0;
    }
    starts = new int[count];
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        starts[line++] = i + 1;
      }
    }
  }

  public int lineCount() {
    return starts.length;
  }

  /// Byte offset of the first byte of `line`; the text's length for a line past the end.
  public int start(int line) {
    if (line < 0) {
      return 0;
    }
    return line < starts.length ? starts[line] : bytes.length;
  }

  /// Byte offset of the end of `line`, before its line break (`\n` or `\r\n`).
  public int end(int line) {
    int end = line + 1 < starts.length ? start(line + 1) - 1 : bytes.length;
    return end > start(line) && line + 1 < starts.length && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  /// How the first line ends: `\r\n` or `\n`; `\n` where there is but one line.
  public String lineBreak() {
    return starts.length > 1 && start(1) - end(0) == 2 ? "\r\n" : "\n";
  }

  /// The line that holds the byte at `offset`.
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, Math.clamp(offset, 0, bytes.length));
    return found >= 0 ? found : -found - 2;
  }

  /// The column of `offset` in its line, counted in `unit`.
  public int column(int offset, ColumnUnit unit) {
    int clamped = Math.clamp(offset, 0, bytes.length);
    int column = 0;
    for (int i = start(line(clamped)); i < clamped; i++) {
      column += width(bytes[i], unit);
    }
    return column;
  }

  /// The byte offset of a zero-based line and column; a column past the end of the line is the end
  /// of that line, as LSP asks. A column inside a character is the start of that character.
  public int offset(int line, int column, ColumnUnit unit) {
    int limit = end(line);
    int offset = start(line);
    int counted = 0;
    while (offset < limit) {
      int next = offset + length(bytes[offset]);
      int width = 0;
      for (int i = offset; i < Math.min(next, limit); i++) {
        width += width(bytes[i], unit);
      }
      if (counted + width > column) {
        break;
      }
      counted += width;
      offset = Math.min(next, limit);
    }
    return offset;
  }

  /// How much one byte adds to a column: lead bytes count for the whole character.
  private static int width(byte b, ColumnUnit unit) {
    boolean continuation = (b & 0xC0) == 0x80;
    return switch (unit) {
      case UTF8 -> 1;
      case UTF16 -> continuation ? 0 : (b & 0xF8) == 0xF0 ? 2 : 1;
      case UTF32 -> continuation ? 0 : 1;
    };
  }

  private static int length(byte lead) {
    if ((lead & 0xE0) == 0xC0) {
      return 2;
    }
    if ((lead & 0xF0) == 0xE0) {
      return 3;
    }
    return (lead & 0xF8) == 0xF0 ? 4 : 1;
  }
}
