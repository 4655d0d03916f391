package dev.rustmend.cli;

import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import java.util.List;

/// How far a check is: how many errors cargo has found and how many of them have been judged.
record Progress(String text, int judged, int errors) {

  static Progress of(Report report) {
    List<Problem> errors =
        report.problems().stream().filter(problem -> problem.diagnostic().isError()).toList();
    long judged =
        errors.stream()
            .filter(problem -> !problem.fixes().isEmpty() || !problem.rejections().isEmpty())
            .count();
    String text =
        errors.isEmpty()
            ? String.valueOf(report.root().getFileName())
            : "%s, %d with a fix".formatted(Count.of(errors.size(), "error"), report.fixable());
    return new Progress(text, (int) judged, errors.size());
  }

  void show(ProgressLine line) {
    line.show(text, judged, errors);
  }
}
