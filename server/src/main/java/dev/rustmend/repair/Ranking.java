package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.Verdict;
import java.util.Comparator;

/// The order in which the fixes of a problem are shown: what compiles comes before what only
/// advances; with the same proof all others come before a model's, and what brings a telling
/// warning behind the rest; then the fix that leaves fewer errors, then the smaller change, then
/// the source.
final class Ranking {
  private static final int EXTRA_EDIT = 4;
  private static final int EXTRA_FILE = 40;

  private Ranking() {}

  static Comparator<Fix> bestFirst() {
    return Comparator.comparingInt((Fix fix) -> proof(fix.verdict()))
        .thenComparing(Fix::isByAModel)
        .thenComparing(fix -> fix.verdict().doubt().isPresent())
        .thenComparingInt(fix -> errorsAfter(fix.verdict()))
        .thenComparingInt(fix -> cost(fix.patch()) + fix.penalty())
        .thenComparing(fix -> fix.origin().source())
        .thenComparing(Fix::title);
  }

  /// The order in which proposals are verified: as the fixes would be ranked if all compiled, what
  /// has placeholders last.
  static Comparator<Candidate> likeliestFirst() {
    return Comparator.comparing(
            (Candidate candidate) -> candidate.applicability() == Applicability.HAS_PLACEHOLDERS)
        .thenComparingInt(candidate -> cost(candidate.patch()) + candidate.penalty())
        .thenComparing(candidate -> candidate.origin().source())
        .thenComparing(Candidate::title);
  }

  /// The size of a change as a reader feels it: what is taken away weighs double, and every further
  /// edit and file weighs something by itself.
  static int cost(Patch patch) {
    int edits = 0;
    int cost = 0;
    for (var list : patch.edits().values()) {
      for (TextEdit edit : list) {
        cost += edit.newBytes().length + 2 * edit.range().length();
        edits++;
      }
    }
    return cost
        + EXTRA_EDIT * Math.max(0, edits - 1)
        + EXTRA_FILE * Math.max(0, patch.files().size() - 1);
  }

  private static int proof(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Compiles _ -> 0;
      case Verdict.Advances _ -> 1;
      case Verdict.Unknown _ -> 2;
      case Verdict.Rejected _ -> 3;
    };
  }

  private static int errorsAfter(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Compiles(_, int after, _) -> after;
      case Verdict.Advances(_, int after) -> after;
      case Verdict.Unknown _, Verdict.Rejected _ -> Integer.MAX_VALUE;
    };
  }
}
