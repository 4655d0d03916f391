package dev.rustmend.bench;

import dev.rustmend.bench.ModelBenchReport.Answer;
import dev.rustmend.bench.ModelBenchReport.Case;
import dev.rustmend.bench.ModelBenchReport.Fate;
import dev.rustmend.bench.ModelBenchReport.Outcome;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one variant came to on all programs. `asked` counts the programs for which there is a
/// prompt, `fates` the answers; `read` and `written` are tokens of all answers.
record ModelBenchSummary(
    int asked,
    Map<Fate, Integer> fates,
    Share repaired,
    int read,
    int written,
    Sample seconds,
    Sample compiles) {

  static ModelBenchSummary of(ModelVariant variant, List<Case> cases) {
    List<Outcome> outcomes = cases.stream().map(one -> one.outcome(variant.name())).toList();
    List<Answer> answers = outcomes.stream().flatMap(one -> one.answers().stream()).toList();
    var fates = new EnumMap<Fate, Integer>(Fate.class);
    Arrays.stream(Fate.values()).forEach(fate -> fates.put(fate, 0));
    answers.forEach(answer -> fates.merge(answer.fate(), 1, Integer::sum));
    List<Outcome> asked = outcomes.stream().filter(one -> !one.answers().isEmpty()).toList();
    return new ModelBenchSummary(
        asked.size(),
        Map.copyOf(fates),
        new Share((int) outcomes.stream().filter(Outcome::repaired).count(), outcomes.size()),
        answers.stream().mapToInt(Answer::read).sum(),
        answers.stream().mapToInt(Answer::written).sum(),
        Sample.of(asked.stream().map(Outcome::seconds).toList()),
        Sample.of(asked.stream().map(one -> (double) one.compiles()).toList()));
  }

  int answers() {
    return fates.values().stream().mapToInt(Integer::intValue).sum();
  }

  int count(Fate fate) {
    return fates.getOrDefault(fate, 0);
  }

  /// The answers that are one of the items that were shown.
  Share parsed() {
    return new Share(answers() - count(Fate.NOT_PARSED), answers());
  }

  /// The answers with which the program compiles.
  Share compile() {
    return new Share(count(Fate.LOSES) + count(Fate.REPAIRED), answers());
  }
}
