package dev.rustmend.lsp;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Sessions;
import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.LineIndex;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;

/// A problem that the place of a request is about, and the span that the place hit.
///
/// Clients ask with a cursor, a selection, a line or the range of another server's diagnostic, so
/// the range decides and nothing else: problems whose primary span it meets; if there is none,
/// problems with a primary span on the same line; if there is none, problems that merely point
/// there.
record FoundProblem(ReadyReport from, Problem problem, Span span) {

  /// The problems at `range` of `file`, in the order of the text.
  static List<FoundProblem> at(
      List<ReadyReport> reports, Path file, SourceText text, TextRange range) {
    LineIndex lines = text.lines();
    List<BiPredicate<FoundProblem, TextRange>> tiers =
        List.of(
            (found, place) -> found.span.primary() && meets(found.span.range(), place),
            (found, place) -> found.span.primary() && sameLine(found.span.range(), place, lines),
            (found, place) -> meets(found.span.range(), place));
    List<FoundProblem> all = pointingInto(reports, file);
    return tiers.stream()
        .map(tier -> all.stream().filter(found -> tier.test(found, range)).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(FoundProblem::distinct)
        .orElse(List.of());
  }

  /// The problems with a span, of any kind, that holds `offset`; those with a primary one first.
  static List<FoundProblem> under(List<ReadyReport> reports, Path file, int offset) {
    var place = TextRange.at(offset);
    return distinct(
        pointingInto(reports, file).stream()
            .filter(found -> meets(found.span.range(), place))
            .sorted(Comparator.comparing(found -> !found.span.primary()))
            .toList());
  }

  /// The same in the newest report for `snapshot`, at a position counted in `unit`.
  static List<FoundProblem> under(
      Sessions sessions, Snapshot snapshot, Path file, Position position, ColumnUnit unit) {
    return snapshot
        .read(file)
        .map(text ->
            under(
                ReadyReport.of(sessions, snapshot, file),
                file,
                FromLsp.offset(position, text, unit)))
        .orElse(List.of());
  }

  /// The problems whose primary span is in `file`.
  static List<FoundProblem> in(List<ReadyReport> reports, Path file) {
    return distinct(
        pointingInto(reports, file).stream().filter(found -> found.span.primary()).toList());
  }

  Diagnostic diagnostic() {
    return problem.diagnostic();
  }

  /// Has the other proposals for it verified, for the next request.
  void look(Snapshot seen) {
    from.session().look(seen, diagnostic());
  }

  private static List<FoundProblem> pointingInto(List<ReadyReport> reports, Path file) {
    return reports.stream()
        .flatMap(report -> report.problems().stream().flatMap(problem -> spans(report, problem)))
        .filter(found -> found.span.file().equals(file))
        .sorted(Comparator.comparing((FoundProblem found) -> found.span.range()))
        .toList();
  }

  private static Stream<FoundProblem> spans(ReadyReport report, Problem problem) {
    return problem.diagnostic().spans().stream()
        .map(span -> new FoundProblem(report, problem, span));
  }

  /// Each diagnostic once: two workspaces may both check a crate that they share.
  private static List<FoundProblem> distinct(List<FoundProblem> found) {
    Function<FoundProblem, List<Object>> identity =
        one ->
            List.of(
                one.diagnostic().message(),
                one.diagnostic().codeText(),
                one.diagnostic().primary().map(Span::range));
    var seen = new ArrayList<List<Object>>();
    var distinct = new ArrayList<FoundProblem>();
    for (FoundProblem one : found) {
      List<Object> key = identity.apply(one);
      if (!seen.contains(key)) {
        seen.add(key);
        distinct.add(one);
      }
    }
    return distinct;
  }

  /// A cursor meets a span that it touches; a selection only one that it overlaps.
  private static boolean meets(TextRange span, TextRange place) {
    boolean cursor = span.isEmpty() || place.isEmpty();
    return cursor ? span.touches(place) : span.overlaps(place);
  }

  private static boolean sameLine(TextRange span, TextRange place, LineIndex lines) {
    return lines.line(span.start()) <= lines.line(place.end())
        && lines.line(place.start()) <= lines.line(span.end());
  }
}
