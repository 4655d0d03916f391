package dev.rustmend.bench;

import dev.rustmend.bench.MutationsReport.Case;
import dev.rustmend.bench.MutationsReport.Ending;
import dev.rustmend.bench.MutationsReport.Outcome;
import java.util.List;

/// What one method came to on some of the mutants.
///
/// `repaired` counts the original texts too. `precision` is the share of repairs among the programs
/// that the method brought to compile.
record MutationsSummary(
    String method,
    Share repaired,
    Share original,
    Share wrong,
    Share precision,
    int broken,
    int worse,
    Sample seconds,
    Sample compileRuns) {

  static MutationsSummary of(String method, List<Case> cases) {
    List<Outcome> outcomes = cases.stream().map(one -> one.outcome(method)).toList();
    int all = outcomes.size();
    int original = count(outcomes, Ending.ORIGINAL);
    int repaired = original + count(outcomes, Ending.REPAIRED);
    int wrong = count(outcomes, Ending.WRONG);
    return new MutationsSummary(
        method,
        new Share(repaired, all),
        new Share(original, all),
        new Share(wrong, all),
        new Share(repaired, repaired + wrong),
        count(outcomes, Ending.BROKEN),
        count(outcomes, Ending.WORSE),
        Sample.of(outcomes.stream().map(Outcome::seconds).toList()),
        Sample.of(
            outcomes.stream()
                .filter(outcome -> outcome.compiles() >= 0)
                .map(outcome -> (double) outcome.compiles())
                .toList()));
  }

  private static int count(List<Outcome> outcomes, Ending ending) {
    return (int) outcomes.stream().filter(outcome -> outcome.ending() == ending).count();
  }
}
