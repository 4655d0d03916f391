package dev.rustmend.kb;

import java.util.Set;
import java.util.TreeSet;

/// How much there is in a knowledge base: entries by collection, those that can propose something,
/// and how many of the codes that a compiler emits have an entry.
public record Coverage(
    long errors,
    long uncoded,
    long lints,
    long tasks,
    long templates,
    long recipes,
    Set<String> covered,
    Set<String> missing) {

  public Coverage {
    covered = Set.copyOf(covered);
    missing = Set.copyOf(missing);
  }

  /// What `base` has for the error codes `known`.
  public static Coverage of(KnowledgeBase base, Set<String> known) {
    var covered = new TreeSet<>(known);
    covered.removeIf(code -> base.ofCode(code).isEmpty());
    var missing = new TreeSet<>(known);
    missing.removeAll(covered);
    return new Coverage(
        count(base, "errors"),
        base.entries().stream()
            .filter(entry -> entry.collection().equals("errors") && entry.codes().isEmpty())
            .count(),
        count(base, "lints"),
        base.countOfGuides("tasks"),
        base.countOfGuides("templates"),
        base.entries().stream().filter(Entry::proposes).count(),
        covered,
        missing);
  }

  private static long count(KnowledgeBase base, String collection) {
    return base.entries().stream().filter(entry -> entry.collection().equals(collection)).count();
  }
}
