package dev.rustmend.text;

/// A half-open range of byte offsets, `[start, end)`, into the UTF-8 encoding of one file.
///
/// rustc's `byte_start` and `byte_end` are exactly this, so no conversion is needed inside. Ranges
/// are ordered by start, then by end.
public record TextRange(int start, int end) implements Comparable<TextRange> {

  /// Throws [IllegalArgumentException] when the range is negative or ends before it starts.
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  /// The empty range at `offset`: where an insertion goes.
  public static TextRange at(int offset) {
    return new TextRange(offset, offset);
  }

  /// Length in bytes.
  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /// Whether both ranges have a byte in common; an empty range has none.
  public boolean overlaps(TextRange other) {
    return start < other.end && other.start < end;
  }

  /// Whether the ranges overlap or meet at an end: an insertion at the border touches.
  public boolean touches(TextRange other) {
    return start <= other.end && other.start <= end;
  }

  /// Whether `other` lies completely inside this range.
  public boolean encloses(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  /// The smallest range that holds both.
  public TextRange cover(TextRange other) {
    return new TextRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  @Override
  public int compareTo(TextRange other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }

  @Override
  public String toString() {
    return start + ".." + end;
  }
}
