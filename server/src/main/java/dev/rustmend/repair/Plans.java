package dev.rustmend.repair;

import dev.rustmend.diagnostic.Phase;
import dev.rustmend.verify.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The ways to go on from one state, best first: a fix that leaves no error, the favourite fix of
/// every problem, those of the earliest phase alone, then all again with one problem's favourite
/// exchanged for its next choice.
///
/// Errors of a later phase are often no more than what follows from those of an earlier one: a
/// method that is not found because the import of its trait is misspelled.
final class Plans {
  private static final int PER_PROBLEM = 4;

  private final List<List<Step>> plans;

  private Plans(List<List<Step>> plans) {
    this.plans = plans;
  }

  /// A fix, and the problem it is for.
  record Step(Problem problem, Fix fix) {
    Trial trial() {
      return new Trial(problem.diagnostic(), fix.patch(), fix.licence());
    }
  }

  /// The plans over `choices`, which holds the fixes of each problem, the favourite first.
  static Plans of(List<List<Step>> choices) {
    var plans = new ArrayList<List<Step>>();
    soleRepair(choices).ifPresent(step -> plans.add(List.of(step)));
    if (!choices.isEmpty()) {
      plans.add(choices.stream().map(List::getFirst).toList());
    }
    causes(choices).ifPresent(plans::add);
    for (int problem = 0; problem < choices.size(); problem++) {
      List<Step> steps = choices.get(problem);
      for (int choice = 1; choice < Math.min(steps.size(), PER_PROBLEM); choice++) {
        plans.add(exchanged(choices, problem, steps.get(choice)));
      }
    }
    return new Plans(plans);
  }

  /// A favourite after which no error is left needs no company: what is proposed for the errors
  /// that it takes with it can only do harm.
  private static Optional<Step> soleRepair(List<List<Step>> choices) {
    List<Step> favorites = choices.stream().map(List::getFirst).toList();
    boolean alike = favorites.stream().map(step -> step.fix().patch()).distinct().count() <= 1;
    return alike
        ? Optional.empty()
        : favorites.stream()
            .filter(step -> step.fix().compiles())
            .min(Comparator.comparing(Step::fix, Ranking.bestFirst()));
  }

  /// The favourites for the errors of the earliest phase, where there are later ones.
  private static Optional<List<Step>> causes(List<List<Step>> choices) {
    List<Step> errors =
        choices.stream()
            .map(List::getFirst)
            .filter(step -> step.problem().diagnostic().isError())
            .toList();
    Optional<Phase> first = errors.stream().map(Plans::phase).min(Comparator.naturalOrder());
    List<Step> earliest =
        errors.stream().filter(step -> Optional.of(phase(step)).equals(first)).toList();
    return earliest.size() < errors.size() ? Optional.of(earliest) : Optional.empty();
  }

  private static Phase phase(Step step) {
    return Phase.of(step.problem().diagnostic());
  }

  List<List<Step>> inOrder() {
    return plans;
  }

  /// All favourites, with `step` first and in place of the favourite of `problem`: what is tried
  /// first wins a conflict.
  private static List<Step> exchanged(List<List<Step>> choices, int problem, Step step) {
    var plan = new ArrayList<Step>();
    plan.add(step);
    for (int i = 0; i < choices.size(); i++) {
      if (i != problem) {
        plan.add(choices.get(i).getFirst());
      }
    }
    return plan;
  }
}
