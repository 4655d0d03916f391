package dev.rustmend.assist;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.Program;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.workspace.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which entries of the knowledge base speak about a problem.
final class Fitting {
  private static final String ORIGIN = "kb:";
  private static final Pattern QUOTED = Pattern.compile("`[^`]*`");

  private Fitting() {}

  /// The entry about the best fix: the one whose recipe made it, or made the same text; empty where
  /// there is no fix or nothing is known about it.
  static Optional<Entry> best(Problem problem, Snapshot snapshot, KnowledgeBase base) {
    List<Entry> known = base.ofCode(problem.diagnostic().codeText());
    return problem.fixes().stream()
        .filter(fix -> Changes.same(fix, problem.fixes().getFirst(), snapshot))
        .flatMap(fix -> known.stream().filter(entry -> made(fix, entry)))
        .findFirst()
        .or(() -> alike(problem, snapshot, base));
  }

  /// An entry about the problem with an example that is repaired by the very letters that the best
  /// fix puts in and takes out.
  private static Optional<Entry> alike(Problem problem, Snapshot snapshot, KnowledgeBase base) {
    Optional<Replaced> change =
        problem.fixes().stream().findFirst().flatMap(fix -> Replaced.by(fix, snapshot));
    return change.flatMap(done ->
        base.about(problem.diagnostic()).stream()
            .filter(entry -> entry.retired().isEmpty())
            .filter(entry ->
                entry.examples().stream()
                    .anyMatch(example -> Replaced.by(example).equals(Optional.of(done))))
            .findFirst());
  }

  /// The entries about the problem whose repair was verified here, in the order of the fixes, then
  /// those with an example that fails with the same words.
  static List<Entry> entries(Problem problem, KnowledgeBase base) {
    return base.about(problem.diagnostic()).stream()
        .filter(entry -> entry.retired().isEmpty())
        .filter(entry ->
            rank(entry, problem) < problem.fixes().size() || resembles(entry, problem.diagnostic()))
        .sorted(Comparator.comparingInt(entry -> rank(entry, problem)))
        .toList();
  }

  private static int rank(Entry entry, Problem problem) {
    for (int i = 0; i < problem.fixes().size(); i++) {
      if (made(problem.fixes().get(i), entry)) {
        return i;
      }
    }
    return problem.fixes().size();
  }

  private static boolean made(Fix fix, Entry entry) {
    return fix.origin().names().contains(ORIGIN + entry.shortId());
  }

  private static boolean resembles(Entry entry, Diagnostic diagnostic) {
    String label = diagnostic.primary().flatMap(Span::label).map(Fitting::form).orElse("");
    return !label.isEmpty()
        && entry.examples().stream()
            .map(Example::broken)
            .flatMap(program -> program.caret().stream())
            .map(Program.Caret::label)
            .anyMatch(example -> form(example).equals(label));
  }

  private static String form(String label) {
    return QUOTED.matcher(label).replaceAll("`_`");
  }
}
