package dev.rustmend.repair;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.JointVerdict;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Judges the steps of a plan together and leaves out those that the others make needless: one
/// change of a declaration may cure several errors, and what was proposed for the others can only
/// do harm then.
final class Needed {
  /// With more steps than these the compiles that it takes to find out are not worth it.
  private static final int MOST = 5;

  private final Oracle oracle;
  private final BaseCheck base;

  Needed(Oracle oracle, BaseCheck base) {
    this.oracle = oracle;
    this.base = base;
  }

  /// The steps of `plan` that hold together, without those that are not needed; the dearest ones
  /// are left out first.
  JointVerdict judge(List<Plans.Step> plan) throws InterruptedException {
    JointVerdict joint = oracle.judgeTogether(base, trials(plan));
    Set<Trial> held = new HashSet<>(joint.held());
    var steps = new ArrayList<>(plan.stream().filter(step -> held.contains(step.trial())).toList());
    if (steps.size() < 2 || steps.size() > MOST) {
      return joint;
    }
    List<Plans.Step> dearest =
        steps.stream()
            .sorted(Comparator.comparing(Plans.Step::fix, Ranking.bestFirst()).reversed())
            .toList();
    for (Plans.Step step : dearest) {
      var others = new ArrayList<>(steps);
      others.remove(step);
      if (others.isEmpty() || others.stream().noneMatch(other -> mayCure(other, step))) {
        continue;
      }
      JointVerdict less = oracle.judgeTogether(base, trials(others));
      if (less.held().size() == others.size() && errors(less) <= errors(joint)) {
        steps.remove(step);
        joint = less;
      }
    }
    return joint;
  }

  private static List<Trial> trials(List<Plans.Step> steps) {
    return steps.stream().map(Plans.Step::trial).toList();
  }

  private static int errors(JointVerdict verdict) {
    return verdict.after().checked().errors().size();
  }

  /// Whether the fix of `one` may have to do with the error of `other`: it writes elsewhere than in
  /// the lines of its own error, or in those of the other one.
  private boolean mayCure(Plans.Step one, Plans.Step other) {
    Optional<Span> own = one.problem().diagnostic().primary();
    Optional<Span> foreign = other.problem().diagnostic().primary();
    if (own.isEmpty() || foreign.isEmpty()) {
      return true;
    }
    for (Path file : one.fix().patch().files()) {
      for (var edit : one.fix().patch().edits(file)) {
        boolean home = isInLines(own.get(), file, edit.range());
        if (!home || isInLines(foreign.get(), file, edit.range())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isInLines(Span span, Path file, TextRange range) {
    Optional<SourceText> text = base.snapshot().read(file);
    if (text.isEmpty() || !Objects.equals(span.file(), file)) {
      return false;
    }
    int line = text.get().lines().line(range.start());
    return line >= text.get().lines().line(span.range().start())
        && line <= text.get().lines().line(span.range().end());
  }
}
