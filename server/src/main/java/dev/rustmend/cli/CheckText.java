package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.service.ShownFixes;
import dev.rustmend.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A whole report for people: every problem, errors last so that they are the ones on the screen,
/// and a summary.
final class CheckText {
  private final Paint paint;
  private final ProblemText problems;
  private final Settings.Offers offers;

  CheckText(Paint paint, ProblemText problems, Settings.Offers offers) {
    this.paint = paint;
    this.problems = problems;
    this.offers = offers;
  }

  /// The lines of all problems, each followed by an empty line.
  List<String> lines(Report report) {
    var lines = new ArrayList<String>();
    for (Problem problem : warningsFirst(report)) {
      lines.addAll(
          problems.lines(problem, ShownFixes.of(problem.fixes(), offers), report.snapshot()));
      lines.add("");
    }
    return lines;
  }

  /// The summary of a check.
  List<String> summary(Report report) {
    var lines = new ArrayList<String>();
    report
        .fidelity()
        .ifPresent(why ->
            lines.add(paint.in(Ink.WARNING, "warning") + ": nothing could be verified: " + why));
    long warnings = ShownFixes.warnings(report);
    String more = warnings == 0 ? "" : "; " + Count.of(warnings, "warning");
    String cost = paint.in(Ink.FAINT, "  " + cost(report.time(), report.compiles()));
    if (report.errors() == 0) {
      lines.add(paint.in(Ink.GOOD, "✓") + paint.in(Ink.STRONG, " no errors") + more + cost);
    } else {
      lines.add(
          paint.in(Ink.ERROR, "✗")
              + paint.in(Ink.STRONG, " " + Count.of(report.errors(), "error"))
              + ", "
              + (report.fixable() == 0 ? "none" : String.valueOf(report.fixable()))
              + " with a verified fix"
              + more
              + cost);
    }
    return lines;
  }

  /// `3.4 s, 12 compiles`.
  static String cost(Duration time, int compiles) {
    return String.format(Locale.ROOT, "%.1f s, ", time.toMillis() / 1000.0)
        + Count.of(compiles, "compile");
  }

  private static List<Problem> warningsFirst(Report report) {
    var ordered = new ArrayList<Problem>();
    report.problems().stream().filter(it -> !it.diagnostic().isError()).forEach(ordered::add);
    report.problems().stream().filter(it -> it.diagnostic().isError()).forEach(ordered::add);
    return ordered;
  }
}
