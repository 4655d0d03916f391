package dev.rustmend.repair;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The newest reports of a workspace, found by content: after an undo the fixes of the older text
/// are there at once. One of the few mutable classes; every method is safe to call from any thread.
final class FixStore {
  private static final int KEPT = 12;

  private final Deque<Report> newestFirst = new ArrayDeque<>();

  /// Adds a report; it takes the place of an earlier one of the same snapshot. Texts that are
  /// checked once more, because they were saved, keep their complete report until the new one has
  /// fixes or says something else.
  synchronized void put(Report report) {
    if (newestFirst.stream().anyMatch(known -> isOutdoneBy(known, report))) {
      return;
    }
    Iterator<Report> reports = newestFirst.iterator();
    while (reports.hasNext()) {
      if (sameTexts(reports.next().snapshot(), report.snapshot())) {
        reports.remove();
      }
    }
    newestFirst.addFirst(report);
    while (newestFirst.size() > KEPT) {
      newestFirst.removeLast();
    }
  }

  private static boolean isOutdoneBy(Report known, Report report) {
    return known.complete()
        && known.failure().isEmpty()
        && !report.complete()
        && report.problems().stream().allMatch(problem -> problem.fixes().isEmpty())
        && sameTexts(known.snapshot(), report.snapshot())
        && known.problems().stream()
            .map(Problem::diagnostic)
            .collect(Collectors.toSet())
            .containsAll(report.problems().stream().map(Problem::diagnostic).toList());
  }

  /// The newest report about texts equal to those of `snapshot`.
  synchronized Optional<Report> find(Snapshot snapshot) {
    return newestFirst.stream()
        .filter(report -> sameTexts(report.snapshot(), snapshot))
        .filter(report -> sameFiles(report, snapshot))
        .findFirst();
  }

  synchronized void clear() {
    newestFirst.clear();
  }

  /// Whether every file that is open or patched in one of them reads the same in both.
  static boolean sameTexts(Snapshot one, Snapshot other) {
    Set<Path> paths = new HashSet<>(one.overlay().keySet());
    paths.addAll(other.overlay().keySet());
    return paths.stream().allMatch(path -> one.read(path).equals(other.read(path)));
  }

  /// Whether every file that a fix of the report touches still has the text it was verified on.
  private static boolean sameFiles(Report report, Snapshot snapshot) {
    return report.problems().stream()
        .flatMap(problem -> problem.fixes().stream())
        .flatMap(fix -> fix.sha256().entrySet().stream())
        .distinct()
        .allMatch(entry ->
            snapshot
                .read(entry.getKey())
                .map(SourceText::sha256)
                .orElse("")
                .equals(entry.getValue()));
  }
}
