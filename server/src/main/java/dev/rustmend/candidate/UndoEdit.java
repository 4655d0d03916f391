package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.Damage;
import dev.rustmend.text.Difference;
import dev.rustmend.text.OneLine;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Takes back the edit that brought an error: puts the lines that changed since the file last had
/// no error back to what they were, the nearest change to the error first.
///
/// What was written since is lost, so the title says what comes back, and nothing takes such a
/// patch by itself.
public final class UndoEdit implements CandidateSource {
  private static final int AT_MOST = 2;
  private static final int SHOWN = 40;
  private static final int BEHIND_ALL_OTHERS = 10_000;

  private final Function<Path, Optional<SourceText>> lastGood;

  /// `lastGood` gives the last text of a file in which it had no error.
  public UndoEdit(Function<Path, Optional<SourceText>> lastGood) {
    this.lastGood = lastGood;
  }

  @Override
  public List<Candidate> candidates(Diagnostic diagnostic, Snapshot snapshot) {
    if (!diagnostic.isError()) {
      return List.of();
    }
    return diagnostic
        .primary()
        .filter(Span::editable)
        .map(span -> candidates(diagnostic, span, snapshot))
        .orElse(List.of());
  }

  private List<Candidate> candidates(Diagnostic diagnostic, Span span, Snapshot snapshot) {
    Optional<SourceText> now = snapshot.read(span.file());
    Optional<SourceText> then = lastGood.apply(span.file());
    if (now.isEmpty() || then.isEmpty()) {
      return List.of();
    }
    List<TextEdit> changes = Difference.edits(now.get(), then.get());
    Stream<TextEdit> nearest =
        changes.stream()
            .filter(change -> changesCode(now.get(), change))
            .sorted(Comparator.comparingInt(change -> distance(change.range(), span.range())))
            .limit(AT_MOST);
    return nearest.map(change -> candidate(diagnostic, span.file(), now.get(), change)).toList();
  }

  /// Whether more than blank lines and comments of one line would come or go.
  private static boolean changesCode(SourceText now, TextEdit change) {
    return Stream.of(now.slice(change.range()), change.newText())
        .flatMap(String::lines)
        .map(String::strip)
        .anyMatch(line -> !line.isEmpty() && !line.startsWith("//"));
  }

  private static Candidate candidate(
      Diagnostic diagnostic, Path file, SourceText now, TextEdit change) {
    return new Candidate(
        diagnostic,
        title(now, change),
        Patch.of(file, change),
        new Origin(Origin.Source.RECIPE, "undo"),
        Applicability.MAYBE_INCORRECT,
        EnumSet.allOf(Damage.Kind.class),
        BEHIND_ALL_OTHERS);
  }

  private static String title(SourceText now, TextEdit change) {
    int line = now.lines().line(change.range().start()) + 1;
    String restored = shown(change.newText());
    return restored.isEmpty()
        ? "Undo the edit at line %d: take `%s` away"
            .formatted(line, shown(now.slice(change.range())))
        : "Undo the edit at line %d: restore `%s`".formatted(line, restored);
  }

  private static String shown(String code) {
    return OneLine.of(code, SHOWN);
  }

  private static int distance(TextRange one, TextRange other) {
    if (one.touches(other)) {
      return 0;
    }
    return one.end() < other.start() ? other.start() - one.end() : one.start() - other.end();
  }
}
