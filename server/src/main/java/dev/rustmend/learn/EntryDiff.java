package dev.rustmend.learn;

import dev.rustmend.text.Difference;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The difference of two programs as entries write it: lines that go and lines that come, where
/// what goes occurs exactly once.
final class EntryDiff {
  private EntryDiff() {}

  /// The lines of the block.
  static List<String> lines(String before, String after) {
    SourceText old = SourceText.of(before);
    List<String> all = before.lines().toList();
    var out = new ArrayList<String>();
    int from = 0;
    for (TextEdit edit : Difference.edits(old, SourceText.of(after))) {
      int first = old.lines().line(edit.range().start());
      int last = edit.range().isEmpty() ? first : old.lines().line(edit.range().end() - 1) + 1;
      int start = first;
      int end = last;
      while ((start == end || !isUnique(all, start, end)) && (start > from || end < all.size())) {
        if (start > from) {
          start--;
        } else {
          end++;
        }
      }
      all.subList(start, end).forEach(line -> out.add("-" + line));
      all.subList(start, first).forEach(line -> out.add("+" + line));
      edit.newText().lines().forEach(line -> out.add("+" + line));
      all.subList(last, end).forEach(line -> out.add("+" + line));
      from = end;
    }
    return List.copyOf(out);
  }

  private static boolean isUnique(List<String> all, int start, int end) {
    List<String> part = all.subList(start, end);
    return Collections.indexOfSubList(all, part) == Collections.lastIndexOfSubList(all, part);
  }
}
