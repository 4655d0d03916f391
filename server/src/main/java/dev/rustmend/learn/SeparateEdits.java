package dev.rustmend.learn;

import dev.rustmend.text.Difference;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/// The difference of two texts with changes apart that a comparison of lines puts into one: an item
/// that was put in behind another one ends in the same brace, so that a change at the end of that
/// one and the new item look like one change.
final class SeparateEdits {
  private static final String END = "}";

  private SeparateEdits() {}

  static List<TextEdit> of(SourceText before, SourceText after) {
    var edits = new ArrayList<TextEdit>();
    for (TextEdit edit : Difference.edits(before, after)) {
      edits.addAll(apart(before, edit));
    }
    return List.copyOf(edits);
  }

  /// Of the lines `A } B` in front of a brace, `A` stay in front of it and `B }` go behind it.
  private static List<TextEdit> apart(SourceText before, TextEdit edit) {
    int at = edit.range().end();
    int line = before.lines().line(at);
    if (edit.range().isEmpty() || at >= before.length() || line + 1 >= before.lines().lineCount()) {
      return List.of(edit);
    }
    int next = before.lines().start(line + 1);
    String brace = before.slice(new TextRange(at, next));
    List<String> lines = edit.newText().lines().map(text -> text + "\n").toList();
    int end = lines.indexOf(brace);
    if (!brace.stripTrailing().equals(END) || end < 1 || end + 1 == lines.size()) {
      return List.of(edit);
    }
    return List.of(
        new TextEdit(edit.range(), String.join("", lines.subList(0, end))),
        TextEdit.insert(next, String.join("", lines.subList(end + 1, lines.size())) + brace));
  }
}
