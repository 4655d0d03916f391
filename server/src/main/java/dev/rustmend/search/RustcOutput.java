package dev.rustmend.search;

import dev.rustmend.diagnostic.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what rustc prints for people, whole or cut off anywhere, with or without colour.
///
/// Of several problems the first error counts, and without an error the first one.
final class RustcOutput {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern HEADER =
      Pattern.compile("(?:.*?\\s)?(error|warning)(?:\\[([\\w:]+)])?: (.+)");
  private static final Pattern HEADER_START =
      Pattern.compile("(error|warning)(?:\\[([\\w:]+)])?: (.+)");
  private static final Pattern PLACE = Pattern.compile("\\s*(?:-->|:::) \\S+:\\d+.*");
  private static final Pattern SOURCE = Pattern.compile("\\s*\\d+ +[|+~-] ?(?:[|/\\\\] )?(.*)");
  private static final Pattern GUTTER = Pattern.compile("\\s*(?:\\.\\.\\.)?\\s*\\| ?(.*)");
  private static final Pattern MARKS =
      Pattern.compile("[\\s|_/\\\\^~+-]*(?:\\^+|-{2,}|-|~+)\\s+(.+)");
  private static final Pattern HANGING = Pattern.compile("[\\s|]*([A-Za-z`.][^|]*)");
  private static final Pattern NOTE = Pattern.compile("\\s*(?:= )?(note|help)(?:\\[.*?])?: (.+)");
  private static final Pattern LINT =
      Pattern.compile("#\\[(?:warn|deny|forbid|allow)\\(([\\w:]+)\\)]");
  private static final Pattern CLIPPY_PAGE =
      Pattern.compile("rust-clippy/\\S*index\\.html#/?(\\w+)");
  private static final Pattern SUMMARY =
      Pattern.compile(
          "aborting due to .*|could not compile .*|\\d+ warnings? emitted|.* generated \\d+ warning.*"
              + "|build failed.*");

  private RustcOutput() {}

  /// The problem that `text` shows; empty when it does not look like rustc's output.
  static Optional<RustcMessage> parse(String text) {
    List<String> lines = COLOUR.matcher(text).replaceAll("").lines().toList();
    List<Integer> headers = headers(lines, HEADER_START);
    if (headers.isEmpty() && lines.stream().anyMatch(RustcOutput::isPicture)) {
      headers = headers(lines, HEADER);
    }
    if (headers.isEmpty()) {
      return withoutHeader(lines);
    }
    int first =
        headers.stream()
            .filter(line -> lines.get(line).contains("error"))
            .findFirst()
            .orElse(headers.getFirst());
    int end = headers.stream().filter(line -> line > first).findFirst().orElse(lines.size());
    Matcher header = HEADER.matcher(lines.get(first).strip());
    if (!header.matches()) {
      return Optional.empty();
    }
    Level level = header.group(1).equals("error") ? Level.ERROR : Level.WARNING;
    String code = header.group(2) == null ? "" : header.group(2);
    return Optional.of(read(level, code, header.group(3).strip(), lines.subList(first + 1, end)));
  }

  private static List<Integer> headers(List<String> lines, Pattern header) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = header.matcher(lines.get(i).strip());
      if (line.matches() && !SUMMARY.matcher(line.group(3)).matches()) {
        found.add(i);
      }
    }
    return found;
  }

  /// A paste that begins below the header: its first line that is no picture is the message, as far
  /// as one is there.
  private static Optional<RustcMessage> withoutHeader(List<String> lines) {
    if (lines.stream().noneMatch(RustcOutput::isPicture)) {
      return Optional.empty();
    }
    String message =
        lines.stream()
            .takeWhile(line -> !isPicture(line))
            .filter(line -> !GUTTER.matcher(line).matches() && !SOURCE.matcher(line).matches())
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .reduce((_, last) -> last)
            .orElse("");
    return Optional.of(read(Level.ERROR, "", message, lines));
  }

  /// Whether only rustc draws such a line.
  private static boolean isPicture(String line) {
    if (PLACE.matcher(line).matches()) {
      return true;
    }
    Matcher gutter = GUTTER.matcher(line);
    return gutter.matches() && MARKS.matcher(gutter.group(1)).matches();
  }

  private static RustcMessage read(Level level, String code, String message, List<String> lines) {
    var labels = new ArrayList<String>();
    var notes = new ArrayList<String>();
    var program = new ArrayList<String>();
    String lint = "";
    for (String line : lines) {
      lint = lint.isEmpty() ? lint(line) : lint;
      Matcher note = NOTE.matcher(line);
      Matcher source = SOURCE.matcher(line);
      Matcher gutter = GUTTER.matcher(line);
      if (note.matches()) {
        notes.add(note.group(2).strip());
      } else if (source.matches()) {
        program.add(source.group(1).strip());
      } else if (gutter.matches()) {
        label(gutter.group(1)).ifPresent(labels::add);
      }
    }
    program.removeIf(String::isEmpty);
    return new RustcMessage(level, code.isEmpty() ? lint : code, message, labels, notes, program);
  }

  private static Optional<String> label(String drawn) {
    Matcher marked = MARKS.matcher(drawn);
    Matcher hanging = HANGING.matcher(drawn);
    if (marked.matches()) {
      return Optional.of(marked.group(1).strip());
    }
    return hanging.matches() ? Optional.of(hanging.group(1).strip()) : Optional.empty();
  }

  private static String lint(String line) {
    Matcher attribute = LINT.matcher(line);
    if (attribute.find()) {
      return attribute.group(1);
    }
    Matcher page = CLIPPY_PAGE.matcher(line);
    return page.find() ? "clippy::" + page.group(1) : "";
  }
}
