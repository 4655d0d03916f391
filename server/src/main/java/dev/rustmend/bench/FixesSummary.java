package dev.rustmend.bench;

import dev.rustmend.bench.FixesReport.Case;
import dev.rustmend.bench.FixesReport.Outcome;
import java.util.List;
import java.util.function.Predicate;

/// What one method came to on some of the cases.
record FixesSummary(
    String method,
    Share compiles,
    Share repaired,
    Share asMeant,
    Share asItsAuthor,
    Sample seconds,
    Sample compileRuns,
    List<String> worse,
    List<String> losses) {

  static FixesSummary of(String method, List<Case> cases) {
    List<Outcome> outcomes = cases.stream().map(one -> one.outcome(method)).toList();
    return new FixesSummary(
        method,
        share(outcomes, Outcome::compilesNow),
        share(outcomes, Outcome::repaired),
        share(outcomes, outcome -> outcome.repaired() && outcome.behavior() == Behavior.AS_MEANT),
        new Share(
            (int) cases.stream().filter(one -> isAsItsAuthor(one, method)).count(), cases.size()),
        Sample.of(outcomes.stream().map(Outcome::seconds).toList()),
        Sample.of(
            outcomes.stream()
                .filter(outcome -> outcome.compiles() >= 0)
                .map(outcome -> (double) outcome.compiles())
                .toList()),
        ids(method, cases, Outcome::isWorse),
        ids(method, cases, outcome -> !outcome.losses().isEmpty()));
  }

  /// Whether the result is the author's own repair, but for white space and comments.
  private static boolean isAsItsAuthor(Case one, String method) {
    return !one.twin().isEmpty()
        && one.outcome(method).repaired()
        && Resemblance.between(one.twin(), one.outcome(method).source()) == 1;
  }

  private static Share share(List<Outcome> outcomes, Predicate<Outcome> holds) {
    return new Share((int) outcomes.stream().filter(holds).count(), outcomes.size());
  }

  private static List<String> ids(String method, List<Case> cases, Predicate<Outcome> holds) {
    return cases.stream().filter(one -> holds.test(one.outcome(method))).map(Case::id).toList();
  }
}
