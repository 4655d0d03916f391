package dev.rustmend.repair;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// For each file that was open in the editor, the last text in which it had no error. Safe to use
/// from any thread.
final class LastGood {
  private final Map<Path, SourceText> texts = new ConcurrentHashMap<>();

  /// Remembers the texts of the files of `report` that have no error; nothing when the report is
  /// not complete or cargo failed.
  void learn(Report report) {
    if (!report.complete() || report.failure().isPresent()) {
      return;
    }
    Set<Path> broken = new HashSet<>();
    for (Problem problem : report.problems()) {
      if (problem.diagnostic().isError()) {
        problem.diagnostic().spans().stream().map(Span::file).forEach(broken::add);
      }
    }
    report
        .snapshot()
        .overlay()
        .forEach((file, text) -> {
          if (!broken.contains(file)) {
            texts.put(file, text);
          }
        });
  }

  Optional<SourceText> text(Path file) {
    return Optional.ofNullable(texts.get(file));
  }
}
