package dev.rustmend.repair;

import dev.rustmend.verify.Trial;
import java.util.ArrayList;
import java.util.List;

/// The ways to go on from one state, best first: the favourite fix of every problem, then the same
/// with one problem's favourite exchanged for its next choice.
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
    if (!choices.isEmpty()) {
      plans.add(choices.stream().map(List::getFirst).toList());
    }
    for (int problem = 0; problem < choices.size(); problem++) {
      List<Step> steps = choices.get(problem);
      for (int choice = 1; choice < Math.min(steps.size(), PER_PROBLEM); choice++) {
        plans.add(exchanged(choices, problem, steps.get(choice)));
      }
    }
    return new Plans(plans);
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
