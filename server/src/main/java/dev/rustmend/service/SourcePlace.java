package dev.rustmend.service;

import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.LineIndex;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `FILE:LINE` or `FILE:LINE:COL` of a command line, as rustc prints places: lines and columns from
/// one, the column counting characters; column 0 stands for the whole line.
public record SourcePlace(Path file, int line, int column) {
  private static final Pattern FORM = Pattern.compile("^(.+?):(\\d{1,9})(?::(\\d{1,9}))?:?$");

  /// The place that `text` names; empty when it has another form.
  public static Optional<SourcePlace> parse(String text, Function<String, Path> toPath) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String column = form.group(3) == null ? "0" : form.group(3);
    return Optional.of(
        new SourcePlace(
            toPath.apply(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(column)));
  }

  /// Whether the place lies in `range` of the other file, whose text is given.
  public boolean isIn(Path other, TextRange range, SourceText text) {
    if (!file.equals(other)) {
      return false;
    }
    LineIndex lines = text.lines();
    if (column == 0) {
      return lines.line(range.start()) <= line - 1 && line - 1 <= lines.line(range.end());
    }
    int offset = lines.offset(line - 1, column - 1, ColumnUnit.UTF32);
    return range.start() <= offset && offset <= range.end();
  }

  @Override
  public String toString() {
    return file + ":" + line + (column == 0 ? "" : ":" + column);
  }
}
