package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Phase;
import dev.rustmend.repair.Problem;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The errors of one workspace, from the report in which each came to the one in which it is gone.
///
/// An error is gone when a complete report no longer has it and has no new error that could hide
/// it: one of the same phase of the compiler or an earlier one. While somebody types such errors
/// come and go, and what was there before them is kept. Used by one thread at a time.
final class ErrorWatch {
  private static final int MOST_TEXTS = 24;
  private static final int MOST_ERRORS = 400;

  private final Map<DiagnosticKey, Known> errors = new LinkedHashMap<>();
  private final Map<Path, Deque<Dated>> texts = new HashMap<>();

  /// An error that is there: the first report with it and the last one.
  record Known(
      DiagnosticKey key, Diagnostic first, Sighting came, Diagnostic last, Sighting seen) {}

  /// An error that was there and is gone; `good` are the texts of its file from before it came.
  record Ended(Known error, Path file, Sighting gone, List<SourceText> good) {}

  private record Dated(SourceText text, long nanos) {}

  /// Takes the next report; returns the errors that have ended with it, and forgets them.
  List<Ended> next(Sighting sighting) {
    Map<DiagnosticKey, Problem> now = sighting.errors();
    List<Diagnostic> hiding =
        now.entrySet().stream()
            .filter(entry -> !errors.containsKey(entry.getKey()))
            .map(entry -> entry.getValue().diagnostic())
            .toList();
    var ended = new ArrayList<Ended>();
    for (Known known : List.copyOf(errors.values())) {
      if (!now.containsKey(known.key()) && !isHidden(known, hiding)) {
        errors.remove(known.key());
        Lessons.file(known.first())
            .ifPresent(file -> ended.add(new Ended(known, file, sighting, good(file, known))));
      }
    }
    now.forEach((key, problem) -> remember(key, problem.diagnostic(), sighting));
    now.keySet().forEach(key -> key.file().ifPresent(file -> remember(file, sighting)));
    List.copyOf(texts.keySet()).forEach(file -> remember(file, sighting));
    sighting.report().snapshot().overlay().keySet().forEach(file -> remember(file, sighting));
    return ended;
  }

  private static boolean isHidden(Known known, List<Diagnostic> fresh) {
    Phase phase = Phase.of(known.first());
    return fresh.stream().anyMatch(error -> Phase.of(error).compareTo(phase) <= 0);
  }

  private void remember(DiagnosticKey key, Diagnostic diagnostic, Sighting sighting) {
    Known known = errors.get(key);
    if (known == null && errors.size() >= MOST_ERRORS) {
      return;
    }
    errors.put(
        key,
        known == null
            ? new Known(key, diagnostic, sighting, diagnostic, sighting)
            : new Known(key, known.first(), known.came(), diagnostic, sighting));
  }

  private void remember(Path file, Sighting sighting) {
    Deque<Dated> known = texts.computeIfAbsent(file, _ -> new ArrayDeque<>());
    Optional<SourceText> text = sighting.text(file);
    if (text.isPresent() && (known.isEmpty() || !known.getLast().text().equals(text.get()))) {
      known.addLast(new Dated(text.get(), sighting.nanos()));
    }
    while (known.size() > MOST_TEXTS) {
      known.removeFirst();
    }
  }

  private List<SourceText> good(Path file, Known error) {
    return texts.getOrDefault(file, new ArrayDeque<>()).stream()
        .filter(dated -> dated.nanos() < error.came().nanos())
        .map(Dated::text)
        .toList();
  }
}
