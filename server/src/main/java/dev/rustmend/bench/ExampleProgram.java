package dev.rustmend.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes a program out of an example, as rustdoc does before it tests one.
///
/// An example without `fn main` becomes the body of one; inner attributes and `extern crate` items
/// at its head stay outside. Every program begins with `#![allow(unused)]`.
final class ExampleProgram {
  private static final String HEADER = "#![allow(unused)]";
  private static final Pattern MAIN =
      Pattern.compile(
          "(?m)^\\s*(?:pub(?:\\([^)]*\\))?\\s+)?(?:(?:const|async|unsafe|extern\\s+\"[^\"]*\")\\s+)*"
              + "fn\\s+main\\s*[(<]");
  private static final Pattern EXTERN_CRATE =
      Pattern.compile("^\\s*(?:#\\[macro_use[^\\]]*\\]\\s*)?(?:pub\\s+)?extern\\s+crate\\b.*");

  private ExampleProgram() {}

  /// The whole program, ending with a line break.
  static String of(String example) {
    List<String> lines = example.stripTrailing().lines().toList();
    var program = new ArrayList<String>();
    if (lines.stream().noneMatch(HEADER::equals)) {
      program.add(HEADER);
    }
    if (MAIN.matcher(example).find()) {
      program.addAll(lines);
    } else {
      int head = headLength(lines);
      program.addAll(lines.subList(0, head));
      program.add("fn main() {");
      program.addAll(lines.subList(head, lines.size()));
      program.add("}");
    }
    return String.join("\n", program) + "\n";
  }

  /// How many lines at the beginning belong outside of `fn main`.
  private static int headLength(List<String> lines) {
    int head = 0;
    int open = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean outside = open > 0 || line.startsWith("#![") || EXTERN_CRATE.matcher(line).matches();
      if (outside) {
        open += brackets(line);
        head = i + 1;
      } else if (!line.isEmpty() && !line.startsWith("//")) {
        break;
      }
    }
    return head;
  }

  /// How many square brackets `line` leaves open: an inner attribute may span several lines.
  private static int brackets(String line) {
    return (int)
        (line.chars().filter(c -> c == '[').count() - line.chars().filter(c -> c == ']').count());
  }
}
