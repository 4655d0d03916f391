package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.Findings.OpenEnds;
import dev.rustmend.trace.Phase;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.Fidelity;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.Trial;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The heart of rustmend: check, propose, verify, rank, show.
final class RepairPipeline {
  private static final Logger LOG = System.getLogger(RepairPipeline.class.getName());
  private static final Duration REPORT_EVERY = Duration.ofMillis(100);

  private final Path root;
  private final Oracle oracle;
  private final List<CandidateSource> sources;
  private final int maxCandidates;
  private final LossGuard losses;

  RepairPipeline(
      Path root,
      Oracle oracle,
      List<CandidateSource> sources,
      int maxCandidates,
      LossGuard losses) {
    this.root = root;
    this.oracle = oracle;
    this.sources = List.copyOf(sources);
    this.maxCandidates = maxCandidates;
    this.losses = losses;
  }

  /// The guard that holds back what a person has to decide.
  LossGuard losses() {
    return losses;
  }

  /// What the sources propose for `diagnostic`, found in `snapshot`, likeliest first.
  List<Candidate> proposals(Snapshot snapshot, Diagnostic diagnostic) throws InterruptedException {
    try (var proposing = new Proposing(sources, maxCandidates, snapshot)) {
      return proposing.of(diagnostic);
    }
  }

  /// Gets ready for the first error, behind a check that found `findings`, when nothing else is to
  /// be done.
  void settle(Findings findings) throws InterruptedException {
    sources.forEach(source -> source.settle(findings.report().snapshot()));
    if (findings.openEnds().isPresent()) {
      oracle.settle(findings.openEnds().get().base());
    }
  }

  /// Everything there is to know about `snapshot`. `onProgress` gets growing reports: the
  /// diagnostics while cargo runs, then their fixes as they are verified.
  Findings repair(Snapshot snapshot, Effort effort, Consumer<Report> onProgress)
      throws InterruptedException {
    var run = new Run(snapshot, System.nanoTime(), oracle.compiles());
    try (var _ = Phase.begin("repair");
        var proposing = new Proposing(sources, maxCandidates, snapshot)) {
      Consumer<Diagnostic> onDiagnostic = streaming(run, onProgress).andThen(proposing::ahead);
      return switch (oracle.check(snapshot, onDiagnostic)) {
        case CheckOutcome.Failed(CargoFailure failure) ->
            new Findings(report(run, List.of(), Optional.of(failure)), Optional.empty());
        case CheckOutcome.Checked checked -> {
          var base = new BaseCheck(snapshot, checked);
          var open = new OpenEnds(base, propose(base, proposing, effort));
          Report report = verify(open, effort, run, onProgress);
          report.problems().forEach(RepairPipeline::log);
          yield new Findings(report, Optional.of(open));
        }
      };
    }
  }

  /// Verifies proposals that an earlier run has left open. `onProgress` gets growing reports, which
  /// also tell of all diagnostics.
  Report more(OpenEnds open, List<Trial> trials, Consumer<Report> onProgress)
      throws InterruptedException {
    var run = new Run(open.base().snapshot(), System.nanoTime(), oracle.compiles());
    oracle.judge(open.base(), trials, recording(open.repairs(), run, onProgress));
    join(open);
    return report(run, open.repairs().problems(), Optional.empty());
  }

  /// The report with a repair that came late, from a model, added to what an earlier run found.
  Report with(OpenEnds open, ModelAttempt.Repair repair) {
    var run = new Run(open.base().snapshot(), System.nanoTime(), oracle.compiles());
    open.repairs().addLate(repair.candidate(), repair.verdict());
    return report(run, open.repairs().problems(), Optional.empty());
  }

  private Report verify(OpenEnds open, Effort effort, Run run, Consumer<Report> onProgress)
      throws InterruptedException {
    Repairs repairs = open.repairs();
    BiConsumer<Trial, Verdict> onVerdict = recording(repairs, run, onProgress);
    switch (effort) {
      case EVERYTHING -> {
        oracle.judge(open.base(), repairs.trials(), onVerdict);
        join(open);
      }
      case FIRST_THAT_COMPILES -> inTurn(open, repairs::next, onVerdict);
      case A_FEW -> inTurn(open, repairs::nextOfAFew, onVerdict);
    }
    return report(run, repairs.problems(), Optional.empty());
  }

  private void inTurn(
      OpenEnds open, Supplier<List<Trial>> turn, BiConsumer<Trial, Verdict> onVerdict)
      throws InterruptedException {
    for (List<Trial> next = turn.get(); !next.isEmpty(); next = turn.get()) {
      oracle.judge(open.base(), next, onVerdict);
    }
  }

  /// Adds what repairs all errors of a kind in a file.
  private void join(OpenEnds open) throws InterruptedException {
    Repairs repairs = open.repairs();
    for (var joint : new SameKind(oracle, open.base()).proposals(repairs.problems())) {
      repairs.add(joint.candidate(), joint.verdict());
    }
    repairs.joined();
  }

  private BiConsumer<Trial, Verdict> recording(
      Repairs repairs, Run run, Consumer<Report> onProgress) {
    var pace = new Pace(REPORT_EVERY);
    return (trial, verdict) -> {
      repairs.record(trial, verdict);
      if (pace.due()) {
        onProgress.accept(report(run, repairs.problems(), Optional.empty()).partial());
      }
    };
  }

  /// What the sources propose for the diagnostics of `base`, errors before warnings.
  private Repairs propose(BaseCheck base, Proposing proposing, Effort effort)
      throws InterruptedException {
    try (var _ = Phase.begin("propose")) {
      return proposed(base, proposing, effort);
    }
  }

  private Repairs proposed(BaseCheck base, Proposing proposing, Effort effort)
      throws InterruptedException {
    var repairs = new Repairs(base.snapshot(), losses);
    Comparator<Diagnostic> order =
        effort == Effort.A_FEW
            ? new Attention(base.snapshot()).order()
            : Comparator.comparing(diagnostic -> !diagnostic.isError());
    List<Diagnostic> all = base.checked().diagnostics().stream().sorted(order).toList();
    int now = effort == Effort.A_FEW ? Math.min(Attention.MOST, all.size()) : all.size();
    for (Diagnostic diagnostic : all.subList(0, now)) {
      repairs.propose(diagnostic, proposing.of(diagnostic));
    }
    all.subList(now, all.size())
        .forEach(diagnostic -> repairs.postpone(diagnostic, () -> proposing.of(diagnostic)));
    return repairs;
  }

  private static Consumer<Diagnostic> streamingInto(
      List<Problem> seen, Pace pace, Runnable publish) {
    return diagnostic -> {
      seen.add(new Problem(diagnostic, List.of(), List.of()));
      if (pace.due()) {
        publish.run();
      }
    };
  }

  private Consumer<Diagnostic> streaming(Run run, Consumer<Report> onProgress) {
    var seen = new ArrayList<Problem>();
    return streamingInto(
        seen,
        new Pace(REPORT_EVERY),
        () -> onProgress.accept(report(run, seen, Optional.empty()).partial()));
  }

  private Report report(Run run, List<Problem> problems, Optional<CargoFailure> failure) {
    Optional<String> unfaithful =
        switch (oracle.fidelity()) {
          case Fidelity.Differs(String why) -> Optional.of(why);
          case Fidelity.Faithful _, Fidelity.Pending _ -> Optional.empty();
        };
    return new Report(
        root,
        run.snapshot,
        problems,
        true,
        failure,
        unfaithful,
        Duration.ofNanos(System.nanoTime() - run.startNanos),
        oracle.compiles() - run.compilesBefore);
  }

  private static void log(Problem problem) {
    if (!problem.fixes().isEmpty() || !problem.rejections().isEmpty()) {
      LOG.log(
          Level.DEBUG,
          () ->
              "%s: %d fixes, %d rejected"
                  .formatted(
                      problem.diagnostic().headline(),
                      problem.fixes().size(),
                      problem.rejections().size()));
    }
  }

  private record Run(Snapshot snapshot, long startNanos, int compilesBefore) {}
}
