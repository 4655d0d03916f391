package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A complete report, when it came (in nanoseconds of the machine's clock) and what was checked out
/// then.
record Sighting(Report report, long nanos, String head) {

  /// The errors and warnings that the user can have a hand in, by what makes them the same after an
  /// edit elsewhere. Of two alike the first counts.
  Map<DiagnosticKey, Problem> errors() {
    var errors = new LinkedHashMap<DiagnosticKey, Problem>();
    for (Problem problem : report.problems()) {
      Diagnostic diagnostic = problem.diagnostic();
      if (isOfInterest(diagnostic) && Lessons.file(diagnostic).isPresent()) {
        errors.putIfAbsent(DiagnosticKey.of(diagnostic, report.snapshot()::read), problem);
      }
    }
    return errors;
  }

  private static boolean isOfInterest(Diagnostic diagnostic) {
    return diagnostic.isError() || diagnostic.level() == Level.WARNING;
  }

  Optional<SourceText> text(Path file) {
    return report.snapshot().read(file);
  }

  /// Whether the editor has the file open.
  boolean isOpen(Path file) {
    return report.snapshot().buffer(file).isPresent();
  }

  /// Reads the files that rustc names, so that their texts are those of now.
  void readFiles() {
    for (Problem problem : report.problems()) {
      files(problem.diagnostic()).forEach(this::text);
    }
  }

  /// The files of the user's that `diagnostic` points into, each once.
  static List<Path> files(Diagnostic diagnostic) {
    return Stream.concat(
            diagnostic.spans().stream(),
            diagnostic.notes().stream().map(Note::spans).flatMap(List::stream))
        .filter(span -> span.editable() && span.file().toString().endsWith(".rs"))
        .map(Span::file)
        .distinct()
        .toList();
  }

  /// The fixes that were ready for `diagnostic`.
  static List<dev.rustmend.repair.Fix> fixes(Report report, Diagnostic diagnostic) {
    return report.problems().stream()
        .filter(problem -> problem.diagnostic().equals(diagnostic))
        .findFirst()
        .map(Problem::fixes)
        .orElse(List.of());
  }
}
