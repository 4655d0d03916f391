package dev.rustmend.verify;

import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.text.Patch;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Judges changes on top of one base, several in one compile.
///
/// A group that is not fine as a whole still tells about most of its members, see [GroupReport].
/// The others are compiled again: without those that it told about, in halves when it told about
/// none, and alone in the end.
final class Judge {
  private final TrialCompiler compiler;
  private final BaseCheck base;

  Judge(TrialCompiler compiler, BaseCheck base) {
    this.compiler = compiler;
    this.base = base;
  }

  /// Finds the verdict on each trial of `changes` and tells it as soon as it is known.
  void each(List<Change> changes, BiConsumer<Trial, Verdict> onVerdict)
      throws IOException, InterruptedException {
    for (List<Change> group : Grouping.rounds(changes, base.snapshot())) {
      group(group, onVerdict);
    }
  }

  /// Compiles what [#each] would compile first.
  void compileFirst(List<Change> changes) throws IOException, InterruptedException {
    attempt(Grouping.rounds(changes, base.snapshot()).getFirst());
  }

  private void group(List<Change> group, BiConsumer<Trial, Verdict> onVerdict)
      throws IOException, InterruptedException {
    if (group.isEmpty()) {
      return;
    }
    Attempt attempt = attempt(group);
    if (group.size() == 1 || attempt.isHopeless()) {
      trials(group).forEach(trial -> onVerdict.accept(trial, attempt.alone(trial)));
      return;
    }
    var unclear = new ArrayList<Change>();
    for (Change change : group) {
      attempt
          .report()
          .flatMap(report -> report.verdicts(change))
          .ifPresentOrElse(verdicts -> verdicts.forEach(onVerdict), () -> unclear.add(change));
    }
    if (unclear.size() == group.size()) {
      group(group.subList(0, group.size() / 2), onVerdict);
      group(group.subList(group.size() / 2, group.size()), onVerdict);
      return;
    }
    Set<Change> blamed = attempt.report().map(GroupReport::blamed).orElse(Set.of());
    group(unclear.stream().filter(change -> !blamed.contains(change)).toList(), onVerdict);
    for (Change change : unclear) {
      if (blamed.contains(change)) {
        group(List.of(change), onVerdict);
      }
    }
  }

  /// The largest part of `changes` that could be found whose members hold when they are all made,
  /// the earlier ones first.
  JointVerdict together(List<Change> changes) throws IOException, InterruptedException {
    List<Change> held = grow(List.of(), Grouping.compatible(changes));
    if (held.isEmpty()) {
      return new JointVerdict(List.of(), base);
    }
    Attempt attempt = attempt(held); // known already: nothing is compiled
    return switch (attempt.outcome()) {
      case Checked after -> new JointVerdict(trials(held), new BaseCheck(attempt.then(), after));
      case CheckOutcome.Failed _ -> new JointVerdict(List.of(), base);
    };
  }

  private List<Change> grow(List<Change> held, List<Change> more)
      throws IOException, InterruptedException {
    if (more.isEmpty()) {
      return held;
    }
    var all = new ArrayList<>(held);
    all.addAll(more);
    Optional<GroupReport> report = attempt(all).report();
    if (report.filter(GroupReport::holds).isPresent()) {
      return all;
    }
    Set<Change> blamed = report.map(GroupReport::blamed).orElse(Set.of());
    List<Change> rest = more.stream().filter(change -> !blamed.contains(change)).toList();
    if (!rest.isEmpty() && rest.size() < more.size()) {
      List<Change> grown = grow(held, rest);
      return grown.isEmpty() ? grow(held, more.stream().filter(blamed::contains).toList()) : grown;
    }
    if (more.size() == 1) {
      return held;
    }
    int half = more.size() / 2;
    return grow(grow(held, more.subList(0, half)), more.subList(half, more.size()));
  }

  private static List<Trial> trials(List<Change> changes) {
    return changes.stream().flatMap(change -> change.trials().stream()).toList();
  }

  private Attempt attempt(List<Change> changes) throws IOException, InterruptedException {
    Patch patch = Change.merge(changes).orElseThrow();
    Snapshot then = base.snapshot().with(patch);
    CheckOutcome outcome =
        compiler.tryOut(new DirectCompiler.Attempted(base, changes, patch, then));
    return new Attempt(base, changes, patch, then, outcome);
  }

  /// One compile of some changes.
  private record Attempt(
      BaseCheck base, List<Change> changes, Patch patch, Snapshot then, CheckOutcome outcome) {

    Optional<GroupReport> report() {
      return switch (outcome) {
        case Checked after -> Optional.of(new GroupReport(base, changes, patch, then, after));
        case CheckOutcome.Failed _ -> Optional.empty();
      };
    }

    /// Whether cargo failed, and not because of what one of the changes made of a manifest.
    boolean isHopeless() {
      return report().isEmpty()
          && patch.files().stream().noneMatch(file -> file.toString().endsWith(".toml"));
    }

    Verdict alone(Trial trial) {
      return switch (outcome) {
        case Checked after -> Judgment.alone(base, trial, then, after);
        case CheckOutcome.Failed(CargoFailure failure) -> new Verdict.Unknown(failure.sentence());
      };
    }
  }
}
