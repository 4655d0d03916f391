package dev.rustmend.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// The edits that turn one text into another, line by line.
public final class Difference {
  private Difference() {}

  /// Edits of whole lines, sorted and free of conflicts; none when the texts are equal.
  public static List<TextEdit> edits(SourceText before, SourceText after) {
    List<String> old = lines(before);
    var edits = new ArrayList<TextEdit>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, lines(after)).getDeltas()) {
      int first = delta.getSource().getPosition();
      int start = before.lines().start(first);
      int end = before.lines().start(first + delta.getSource().size());
      edits.add(TextEdit.replace(start, end, String.join("", delta.getTarget().getLines())));
    }
    return List.copyOf(edits);
  }

  /// The lines with their line breaks, so that joining them gives the text again.
  private static List<String> lines(SourceText text) {
    var lines = new ArrayList<String>();
    LineIndex index = text.lines();
    for (int line = 0; line < index.lineCount(); line++) {
      lines.add(text.slice(new TextRange(index.start(line), index.start(line + 1))));
    }
    return lines;
  }
}
