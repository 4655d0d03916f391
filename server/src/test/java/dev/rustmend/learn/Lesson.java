package dev.rustmend.learn;

import java.util.ArrayList;
import java.util.List;

/// An episode for tests. Broken code with the primary place between `«` and `»`, and other labels
/// and notes given by the text that stands there.
record Lesson(String code, String message, String label, String before, String after) {

  static Lesson error(String code, String message) {
    return new Lesson(code, message, "", "", "");
  }

  /// The label of the primary place.
  Lesson labeled(String text) {
    return new Lesson(code, message, text, before, after);
  }

  Lesson repaired(String broken, String fixed) {
    return new Lesson(code, message, label, broken, fixed);
  }

  Episode episode() {
    int start = before.indexOf('«');
    int end = before.indexOf('»') - 1;
    String text = before.replace("«", "").replace("»", "");
    List<Told.Mark> marks = new ArrayList<>();
    marks.add(new Told.Mark(start, end, true, label));
    return new Episode(
        "/home/somebody/app",
        "src/parser.rs",
        "rustc 1.95.0",
        new Told(code, message, false, marks, List.of()),
        text,
        after,
        List.of(),
        "",
        List.of(),
        "");
  }
}
