package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Origin;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.Patch;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.JointVerdict;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.Trial;
import dev.rustmend.verify.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Repairs all errors of one kind in one file by one patch: what a renamed field or a missing
/// import broke in ten places is one step for its author, too. The patch joins the best fix of each
/// error, as far as they hold together in one compile.
final class SameKind {
  private static final int AT_LEAST = 2;

  private final Oracle oracle;
  private final BaseCheck base;

  SameKind(Oracle oracle, BaseCheck base) {
    this.oracle = oracle;
    this.base = base;
  }

  /// A joint proposal for one of the errors, with its verdict.
  record Joint(Candidate candidate, Verdict verdict) {}

  /// The joint proposals over `problems`, one for each error that they repair.
  List<Joint> proposals(List<Problem> problems) throws InterruptedException {
    var joints = new ArrayList<Joint>();
    for (var group : groups(problems).entrySet()) {
      if (group.getValue().size() >= AT_LEAST) {
        joints.addAll(together(group.getKey(), group.getValue()));
      }
    }
    return joints;
  }

  private record Kind(Path file, String code) {}

  private static Map<Kind, List<Plans.Step>> groups(List<Problem> problems) {
    var groups = new LinkedHashMap<Kind, List<Plans.Step>>();
    for (Problem problem : problems) {
      Diagnostic error = problem.diagnostic();
      Optional<Path> file = error.primary().map(Span::file);
      Optional<Fix> best =
          problem.fixes().stream()
              .filter(fix -> fix.isOffered() && !fix.isForAPerson() && !fix.isByAModel())
              .findFirst();
      if (error.isError() && !error.codeText().isEmpty() && file.isPresent() && best.isPresent()) {
        groups
            .computeIfAbsent(new Kind(file.get(), error.codeText()), _ -> new ArrayList<>())
            .add(new Plans.Step(problem, best.get()));
      }
    }
    return groups;
  }

  private List<Joint> together(Kind kind, List<Plans.Step> steps) throws InterruptedException {
    List<Trial> trials = steps.stream().map(Plans.Step::trial).toList();
    JointVerdict joint = oracle.judgeTogether(base, trials);
    List<Plans.Step> held =
        steps.stream().filter(step -> joint.held().contains(step.trial())).toList();
    long patches = held.stream().map(step -> step.fix().patch()).distinct().count();
    Optional<Patch> patch = merged(held);
    if (patches < AT_LEAST || patch.isEmpty()) {
      return List.of();
    }
    Origin origin = held.getFirst().fix().origin();
    String title =
        "Fix all %d errors %s of this file: %s, …"
            .formatted(held.size(), kind.code(), held.getFirst().fix().title());
    return held.stream()
        .map(step -> joint(step, title, patch.get(), origin, joint.after().checked()))
        .toList();
  }

  private Joint joint(
      Plans.Step step, String title, Patch patch, Origin origin, CheckOutcome.Checked after) {
    Diagnostic target = step.problem().diagnostic();
    var candidate = new Candidate(target, title, patch, origin, step.fix().applicability());
    int left = errors(after, target);
    int before = errors(base.checked(), target);
    return new Joint(
        candidate,
        left == 0
            ? new Verdict.Compiles(before, 0, step.fix().verdict().doubt())
            : new Verdict.Advances(before, left));
  }

  private static int errors(CheckOutcome.Checked checked, Diagnostic target) {
    return (int)
        checked.errors().stream().filter(error -> error.crate().equals(target.crate())).count();
  }

  private static Optional<Patch> merged(List<Plans.Step> steps) {
    Optional<Patch> merged = Optional.of(Patch.empty());
    for (Plans.Step step :
        steps.stream().sorted(Comparator.comparing(step -> step.fix().id())).toList()) {
      merged = merged.flatMap(patch -> patch.merge(step.fix().patch()));
    }
    return merged;
  }
}
