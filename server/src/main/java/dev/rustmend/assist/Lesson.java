package dev.rustmend.assist;

import dev.rustmend.kb.Entry;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A page about one code: what it means, the smallest program that has it, how it is repaired.
final class Lesson {
  private Lesson() {}

  static List<String> of(String code, Optional<String> meaning, List<Entry> entries) {
    var lines = new ArrayList<String>();
    lines.add("# " + code);
    meaning
        .map(Passage::first)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> {
          lines.add("");
          lines.add(text);
        });
    entries.stream()
        .flatMap(entry -> entry.examples().stream())
        .map(Example::broken)
        .min(Comparator.comparingLong(Lesson::size))
        .ifPresent(program -> lines.addAll(example(program)));
    if (!entries.isEmpty()) {
      lines.add("");
      lines.add("## Ways to repair it");
      entries.forEach(entry -> lines.addAll(EntryPage.of(entry)));
    }
    meaning
        .map(Passage::rest)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> {
          lines.add("");
          lines.add("## In the words of rustc");
          lines.add("");
          lines.addAll(Passage.rustFences(text));
        });
    lines.addAll(Reading.about(code));
    return lines;
  }

  private static long size(Program program) {
    return program.files().values().stream().mapToLong(text -> text.lines().count()).sum();
  }

  private static List<String> example(Program program) {
    var lines = new ArrayList<String>();
    program
        .files()
        .forEach((name, text) -> {
          lines.add("");
          if (program.files().size() > 1) {
            lines.add("`" + name + "`:");
            lines.add("");
          }
          lines.add("```rust");
          lines.addAll(marked(program, name, text));
          lines.add("```");
        });
    return lines;
  }

  /// The text with a comment below the line that the error points at.
  private static List<String> marked(Program program, String name, String text) {
    var lines = new ArrayList<>(text.stripTrailing().lines().toList());
    program
        .caret()
        .filter(caret -> caret.file().equals(name) && caret.line() <= lines.size())
        .ifPresent(caret -> lines.add(caret.line(), comment(caret)));
    return lines;
  }

  private static String comment(Program.Caret caret) {
    String lead = "//" + " ".repeat(Math.max(0, caret.column() - 3));
    return (lead + "^".repeat(caret.width()) + " " + caret.label()).stripTrailing();
  }
}
