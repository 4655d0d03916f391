package dev.rustmend.service;

import dev.rustmend.diagnostic.Phase;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.verify.Verdict;
import java.util.Comparator;
import java.util.List;

/// Puts the error first that the others may come from: errors before warnings; errors of an early
/// phase of rustc, which hide and cause later ones; then the one whose repair leaves the fewest.
final class RootCause {
  private RootCause() {}

  static List<Problem> first(List<Problem> problems) {
    return problems.stream().sorted(order()).toList();
  }

  private static Comparator<Problem> order() {
    return Comparator.comparingInt((Problem problem) -> problem.diagnostic().isError() ? 0 : 1)
        .thenComparing(problem -> Phase.of(problem.diagnostic()))
        .thenComparingInt(RootCause::left);
  }

  private static int left(Problem problem) {
    return problem.fixes().stream().mapToInt(RootCause::left).min().orElse(Integer.MAX_VALUE);
  }

  private static int left(Fix fix) {
    return switch (fix.verdict()) {
      case Verdict.Compiles(_, int after, _) -> after;
      case Verdict.Advances(int _, int after) -> after;
      case Verdict.Rejected _, Verdict.Unknown _ -> Integer.MAX_VALUE;
    };
  }
}
