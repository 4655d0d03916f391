package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.text.LineIndex;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/// The lines that a few edits change, without context: `12 - old` and `12 + new`, as rustc shows a
/// suggestion. In a pair of lines the part that differs stands out.
final class SmallDiff {
  private final Paint paint;
  private final int width;

  /// `width` is the width of the line numbers' column.
  SmallDiff(Paint paint, int width) {
    this.paint = paint;
    this.width = width;
  }

  /// The lines for the `edits` of one file, which are sorted and free of conflicts.
  List<String> lines(SourceText before, List<TextEdit> edits) {
    var shown = new ArrayList<String>();
    int grown = 0;
    for (Hunk hunk : hunks(before, edits)) {
      add(hunk, grown, shown);
      grown += hunk.now().size() - hunk.old().size();
    }
    return shown;
  }

  private void add(Hunk hunk, int grown, List<String> shown) {
    List<String> old = hunk.old();
    List<String> now = hunk.now();
    int same = 0;
    while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
      same++;
    }
    int oldEnd = old.size();
    int nowEnd = now.size();
    while (oldEnd > same && nowEnd > same && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
      oldEnd--;
      nowEnd--;
    }
    boolean pairs = oldEnd == nowEnd;
    for (int i = same; i < oldEnd; i++) {
      String other = pairs ? now.get(i) : "";
      shown.add(line(hunk.line() + i, '-', old.get(i), other));
    }
    for (int i = same; i < nowEnd; i++) {
      String other = pairs ? old.get(i) : "";
      shown.add(line(hunk.line() + i + grown, '+', now.get(i), other));
    }
  }

  private String line(int zeroBased, char sign, String text, String other) {
    Ink whole = sign == '+' ? Ink.ADDED : Ink.REMOVED;
    Ink part = sign == '+' ? Ink.ADDED_PART : Ink.REMOVED_PART;
    String number = ("%" + width + "d ").formatted(zeroBased + 1);
    int from = 0;
    int to = text.length();
    if (!other.isEmpty()) {
      int shorter = Math.min(text.length(), other.length());
      while (from < shorter && text.charAt(from) == other.charAt(from)) {
        from++;
      }
      int tail = 0;
      while (tail < shorter - from
          && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
        tail++;
      }
      to = text.length() - tail;
    }
    Ink middle = other.isEmpty() ? whole : part;
    return paint.in(Ink.GUTTER, number)
        + paint.in(whole, sign + " " + text.substring(0, from))
        + paint.in(middle, text.substring(from, to))
        + paint.in(whole, text.substring(to));
  }

  /// Whole lines before and after; `line` is the zero-based number of the first one.
  private record Hunk(int line, List<String> old, List<String> now) {}

  private static List<Hunk> hunks(SourceText before, List<TextEdit> edits) {
    LineIndex lines = before.lines();
    var hunks = new ArrayList<Hunk>();
    int i = 0;
    while (i < edits.size()) {
      int first = lines.line(edits.get(i).range().start());
      int last = lines.line(edits.get(i).range().end());
      int next = i + 1;
      while (next < edits.size() && lines.line(edits.get(next).range().start()) <= last) {
        last = Math.max(last, lines.line(edits.get(next).range().end()));
        next++;
      }
      hunks.add(hunk(before, first, last, edits.subList(i, next)));
      i = next;
    }
    return hunks;
  }

  private static Hunk hunk(SourceText before, int first, int last, List<TextEdit> edits) {
    LineIndex lines = before.lines();
    int start = lines.start(first);
    int end = lines.end(last);
    var now = new StringBuilder();
    int from = start;
    for (TextEdit edit : edits) {
      now.append(before.slice(new TextRange(from, Math.max(from, edit.range().start()))));
      now.append(edit.newText());
      from = edit.range().end();
    }
    now.append(before.slice(new TextRange(from, Math.max(from, end))));
    return new Hunk(first, split(before.slice(new TextRange(start, end))), split(now.toString()));
  }

  private static List<String> split(String text) {
    return List.of(text.split("\r?\n", -1));
  }
}
