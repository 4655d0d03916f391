package dev.rustmend.learn;

import dev.rustmend.operation.Site;
import dev.rustmend.text.OneLine;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The menu text of a learned fix: what is written in place of what, and where the user did so
/// before.
record LearnedTitle(Patch patch, Site site) {
  private static final int SHOWN = 40;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  String text(Habit habit) {
    String what = String.join(" and ", parts());
    if (habit.title().isPresent()) {
      return what + ", as an imported entry does";
    }
    if (habit.isEstablished()) {
      return what + ", as you usually do";
    }
    Event.Learned last = habit.repairs().getLast();
    return "%s, as you fixed it in `%s` on %s"
        .formatted(what, name(last.episode().file()), day(last.at()));
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }

  private static String day(long at) {
    return DAY.format(Instant.ofEpochMilli(at).atZone(ZoneId.systemDefault()));
  }

  private List<String> parts() {
    var parts = new ArrayList<String>();
    for (Path file : patch.files()) {
      SourceText text = site.snapshot().read(file).orElse(SourceText.of(""));
      patch.edits(file).forEach(edit -> parts.add(part(text, edit)));
    }
    String first = parts.getFirst();
    parts.set(0, first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1));
    return parts.size() <= 2
        ? parts
        : List.of(parts.getFirst(), "%d more".formatted(parts.size() - 1));
  }

  private static String part(SourceText text, TextEdit edit) {
    String before = shown(text.slice(edit.range()));
    String after = shown(edit.newText());
    if (after.startsWith("use ") && before.isEmpty()) {
      return "import `" + after.substring("use ".length()).replaceFirst(";$", "") + "`";
    }
    if (after.isEmpty()) {
      return "remove `" + before + "`";
    }
    return before.isEmpty() ? "insert `" + after + "`" : "write `" + after + "`";
  }

  private static String shown(String code) {
    return OneLine.of(code, SHOWN);
  }
}
