package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Span;
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
import org.jspecify.annotations.Nullable;

/// The errors of one workspace, from the report in which each came to the one in which it is gone.
///
/// An error is gone when a complete report no longer has it and has no error that came meanwhile
/// and could hide it, see [Hiding]. While somebody types such errors come and go, and what was
/// there before them is kept. Warnings count as errors here. Used by one thread at a time.
final class ErrorWatch {
  private static final int MOST_TEXTS = 24;
  private static final int MOST_ERRORS = 400;

  private final Map<DiagnosticKey, Known> errors = new LinkedHashMap<>();
  private final Map<Path, Deque<Dated>> texts = new HashMap<>();

  /// An error that is there: the first report with it and the last one.
  record Known(
      DiagnosticKey key, Diagnostic first, Sighting came, Diagnostic last, Sighting seen) {}

  /// An error that was there and is gone; `good` are the texts from before it came of each file
  /// that rustc pointed into.
  record Ended(Known error, Path file, Sighting gone, Map<Path, List<SourceText>> good) {}

  private record Dated(SourceText text, long nanos) {}

  /// Takes the next report; returns the errors that have ended with it, and forgets them.
  List<Ended> next(Sighting sighting) {
    Map<DiagnosticKey, Problem> now = sighting.errors();
    follow(now);
    var ended = new ArrayList<Ended>();
    for (Known known : List.copyOf(errors.values())) {
      if (!now.containsKey(known.key()) && !isHidden(known, now)) {
        errors.remove(known.key());
        Lessons.file(known.first())
            .ifPresent(file -> ended.add(new Ended(known, file, sighting, good(known))));
      }
    }
    now.forEach((key, problem) -> remember(key, problem.diagnostic(), sighting));
    now.values().stream()
        .flatMap(problem -> Sighting.files(problem.diagnostic()).stream())
        .forEach(file -> remember(file, sighting));
    List.copyOf(texts.keySet()).forEach(file -> remember(file, sighting));
    sighting.report().snapshot().overlay().keySet().forEach(file -> remember(file, sighting));
    return ended;
  }

  /// An error whose code was formatted, or edited without repairing it, has another key: where one
  /// is gone and one like it has come, it is still the same.
  private void follow(Map<DiagnosticKey, Problem> now) {
    for (Known known : List.copyOf(errors.values())) {
      if (!now.containsKey(known.key())) {
        now.entrySet().stream()
            .filter(entry -> !errors.containsKey(entry.getKey()))
            .filter(entry -> isAlike(known.last(), entry.getValue().diagnostic()))
            .findFirst()
            .ifPresent(entry -> rename(known, entry.getKey()));
      }
    }
  }

  private static boolean isAlike(Diagnostic one, Diagnostic other) {
    return one.level() == other.level()
        && one.codeText().equals(other.codeText())
        && one.message().equals(other.message())
        && Lessons.file(one).equals(Lessons.file(other))
        && one.primary().flatMap(Span::label).equals(other.primary().flatMap(Span::label));
  }

  private void rename(Known known, DiagnosticKey key) {
    errors.remove(known.key());
    errors.put(key, new Known(key, known.first(), known.came(), known.last(), known.seen()));
  }

  /// Whether an error that came since `known` was last there may hide it.
  private boolean isHidden(Known known, Map<DiagnosticKey, Problem> now) {
    return now.entrySet().stream()
        .filter(entry -> cameBehind(errors.get(entry.getKey()), known))
        .anyMatch(entry -> Hiding.mayHide(entry.getValue().diagnostic(), known.first()));
  }

  private static boolean cameBehind(@Nullable Known other, Known known) {
    return other == null || other.came().nanos() > known.seen().nanos();
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

  private Map<Path, List<SourceText>> good(Known error) {
    var good = new HashMap<Path, List<SourceText>>();
    Sighting.files(error.first()).forEach(file -> good.put(file, good(file, error)));
    return good;
  }

  private List<SourceText> good(Path file, Known error) {
    return texts.getOrDefault(file, new ArrayDeque<>()).stream()
        .filter(dated -> dated.nanos() < error.came().nanos())
        .map(Dated::text)
        .toList();
  }
}
