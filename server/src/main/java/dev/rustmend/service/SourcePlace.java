package dev.rustmend.service;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.LineIndex;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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

  /// The problems that point at the place: by their primary span where there is one, else by any.
  public List<Problem> problemsIn(Report report) {
    List<Problem> primary =
        report.problems().stream()
            .filter(it -> it.diagnostic().primary().filter(s -> covers(report, s)).isPresent())
            .toList();
    return !primary.isEmpty()
        ? primary
        : report.problems().stream()
            .filter(it -> it.diagnostic().spans().stream().anyMatch(s -> covers(report, s)))
            .toList();
  }

  private boolean covers(Report report, Span span) {
    return report
        .snapshot()
        .read(span.file())
        .filter(text -> isIn(span.file(), span.range(), text))
        .isPresent();
  }

  /// Says that nothing is there, and where the nearest problem is.
  public String nothingIn(Report report) {
    String nearest =
        report.problems().stream()
            .map(problem -> problem.diagnostic().primary())
            .flatMap(Optional::stream)
            .filter(span -> span.file().equals(file))
            .min(Comparator.comparingInt(span -> Math.abs(span.line() - line)))
            .map(span -> "the nearest one is at line " + span.line())
            .orElse("there is none in that file");
    return "there is no error or warning at %s; %s".formatted(this, nearest);
  }

  @Override
  public String toString() {
    return file + ":" + line + (column == 0 ? "" : ":" + column);
  }
}
