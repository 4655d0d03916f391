package dev.rustmend.repair;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.text.SourceText;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.JointVerdict;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.Trial;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The compile-and-fix loop: verified fixes are applied in memory, round by round, until no error
/// is left or no verified fix is.
///
/// It is a depth-first search over what the fixes lead to, the compiler being the judge of each
/// step: a state without errors ends it; a state seen before, or without a verified fix, is a dead
/// end, and the loop goes back to the last round that had another choice. What it returns is the
/// best state seen, by [Progress]; the state it began with wins a draw.
///
/// Where nobody is asked, a fix that takes something from the program, alone or with the others, is
/// not taken, see [LossGuard].
public final class FixLoop {
  /// How many states may be visited besides those on the first way down.
  private static final int DETOURS = 8;

  /// How many states that are worse than the one before may be visited in search of a repair of
  /// several steps, how many steps it may have, and how many errors it may begin with.
  private static final int HALF_REPAIRS = 12;

  private static final int STEPS = 3;
  private static final int FEW_ERRORS = 3;

  /// How many errors a program may have for all proposals to be verified.
  private static final int MANY_ERRORS = 12;

  private final RepairSession session;
  private final Oracle oracle;
  private final LossGuard losses;

  public FixLoop(RepairSession session) {
    this.session = session;
    this.oracle = session.oracle();
    this.losses = session.pipeline().losses();
  }

  /// Runs the loop on `snapshot`; `listener` hears of each fix as it is tried.
  public FixOutcome run(
      Snapshot snapshot, FixRequest request, FixChooser chooser, FixListener listener)
      throws InterruptedException {
    int compilesBefore = oracle.compiles();
    Report before = look(snapshot, request, chooser);
    var search = new Search(before, request, chooser, listener, compilesBefore);
    if (before.failure().isEmpty()) {
      search.run();
    }
    return search.outcome();
  }

  /// What there is to choose from in a state: for a person, or where more than errors is wanted,
  /// all of it, else the first fix of each error.
  private Report look(Snapshot snapshot, FixRequest request, FixChooser chooser)
      throws InterruptedException {
    return chooser.isAutomatic() && request.only().isEmpty()
        ? session.firstFixes(snapshot)
        : session.run(snapshot, _ -> {});
  }

  private static SortedMap<Path, FixOutcome.Change> changes(Snapshot before, Snapshot after) {
    var changes = new TreeMap<Path, FixOutcome.Change>();
    after
        .overlay()
        .forEach((path, text) -> {
          Optional<SourceText> old = before.read(path);
          if (!old.equals(Optional.of(text))) {
            changes.put(path, new FixOutcome.Change(old, text));
          }
        });
    return changes;
  }

  /// One run of the search. Confined to its thread.
  private final class Search {
    private final FixRequest request;
    private final FixChooser chooser;
    private final FixListener listener;
    private final ModelSteps model;
    private final Progress progress;
    private final Set<Map<Path, SourceText>> seen = new HashSet<>();
    private final FixAudit audit = new FixAudit();
    private final FixState begin;
    private final int compilesBefore;
    private FixState best;
    private int rounds;
    private int detours = DETOURS;
    private int halfRepairs = HALF_REPAIRS;

    Search(
        Report before,
        FixRequest request,
        FixChooser chooser,
        FixListener listener,
        int compilesBefore) {
      this.compilesBefore = compilesBefore;
      this.request = request;
      this.chooser = chooser;
      this.listener = listener;
      this.model = new ModelSteps(session, request, listener);
      this.progress = new Progress(before, request.only());
      this.begin = new FixState(before, List.of());
      this.best = begin;
    }

    void run() throws InterruptedException {
      if (!visit(begin, 0) && chooser.isAutomatic() && !beginAgain()) {
        complete(best, best.applied().size() + STEPS);
      }
      askModel();
    }

    /// What the search has come to so far.
    FixOutcome outcome() {
      Report before = begin.report();
      return new FixOutcome(
          before,
          best.report(),
          changes(before.snapshot(), best.report().snapshot()),
          audit.records(best.applied(), best.report().errors()),
          withheld(),
          model.attempts(),
          rounds,
          oracle.compiles() - compilesBefore,
          before.failure());
    }

    /// Goes on with what a model proposes for the errors that are left, as long as that helps.
    private void askModel() throws InterruptedException {
      if (model.isThere() && !request.isMetBy(best.report())) {
        listener.settled(outcome());
      }
      while (!request.isMetBy(best.report())) {
        Optional<Plans.Step> step = model.next(best, request::covers);
        if (step.isEmpty()) {
          return;
        }
        Optional<FixState> next = take(best, step.get());
        detours = DETOURS;
        if (next.isPresent() && visit(next.get(), rounds)) {
          return;
        }
      }
    }

    private Optional<FixState> take(FixState state, Plans.Step step) throws InterruptedException {
      if (chooser.choose(step.problem()).isEmpty()
          || objection(state.report(), step.fix()).isPresent()) {
        return Optional.empty();
      }
      Snapshot then = state.report().snapshot().with(step.fix().patch());
      var record = new AuditRecord(++rounds, step.problem().diagnostic(), step.fix(), "kept");
      audit.tried(record);
      listener.tried(record);
      return Optional.of(new FixState(look(then, request, chooser), state.and(record)));
    }

    /// Begins again with every proposal verified: the first that leaves fewer errors may be a wrong
    /// turn, and what leaves fewer still comes later. True when a clean state was found.
    private boolean beginAgain() throws InterruptedException {
      if (!request.only().isEmpty() || begin.report().errors() > MANY_ERRORS) {
        return false;
      }
      var all = new FixState(session.run(begin.report().snapshot(), _ -> {}), List.of());
      detours = DETOURS;
      for (List<Plans.Step> plan : Plans.of(choices(all.report())).inOrder()) {
        Optional<FixState> next = apply(all, plan, 1);
        if (next.isPresent() && visit(next.get(), 1)) {
          return true;
        }
        if (detours-- <= 0) {
          return false;
        }
      }
      return false;
    }

    /// Looks for a clean state behind a step that brings an error of its own; true when one was
    /// found. Nothing but a clean state counts here: half of such a repair is no repair.
    private boolean complete(FixState state, int steps) throws InterruptedException {
      Report report = state.report();
      if (state.applied().size() >= steps || report.errors() > FEW_ERRORS) {
        return false;
      }
      for (Problem problem : report.problems()) {
        for (Rejection rejection :
            request.covers(problem) ? halves(problem) : List.<Rejection>of()) {
          if (halfRepairs-- <= 0) {
            return false;
          }
          Optional<FixState> next = halfStep(state, problem, rejection);
          if (next.isPresent() && completeFrom(next.get(), steps)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean completeFrom(FixState state, int steps) throws InterruptedException {
      FixState kept = best;
      detours = 0;
      if (visit(state, request.maxRounds() - STEPS)) {
        return true;
      }
      best = kept;
      return complete(state, steps);
    }

    private static List<Rejection> halves(Problem problem) {
      return problem.rejections().stream()
          .filter(rejection ->
              rejection.verdict() instanceof Verdict.Rejected rejected
                  && rejected.mayBeHalfOfARepair()
                  && !rejection.candidate().isForAPerson())
          .toList();
    }

    private Optional<FixState> halfStep(FixState state, Problem problem, Rejection half)
        throws InterruptedException {
      Snapshot then = state.report().snapshot().with(half.candidate().patch());
      if (seen.contains(then.overlay())) {
        return Optional.empty();
      }
      Fix fix =
          new Repairs(state.report().snapshot(), losses).fix(half.candidate(), half.verdict());
      var record = new AuditRecord(state.applied().size() + 1, problem.diagnostic(), fix, "kept");
      audit.tried(record);
      return Optional.of(new FixState(look(then, request, chooser), state.and(record)));
    }

    /// Looks for a clean state below `state`; true when one was found, which is then the best.
    boolean visit(FixState state, int depth) throws InterruptedException {
      if (!seen.add(state.report().snapshot().overlay())) {
        return false;
      }
      if (takesSomething(state)) {
        return false;
      }
      boolean done = request.isMetBy(state.report());
      if (done || progress.isBetter(state.report(), best.report(), state.isCertain())) {
        best = state;
      }
      if (done) {
        return true;
      }
      if (depth >= request.maxRounds()) {
        return false;
      }
      rounds = Math.max(rounds, depth + 1);
      Plans plans = Plans.of(choices(state.report()));
      for (List<Plans.Step> plan : plans.inOrder()) {
        Optional<FixState> next = apply(state, plan, depth + 1);
        if (next.isPresent() && visit(next.get(), depth + 1)) {
          return true;
        }
        if (detours-- <= 0) {
          return false;
        }
      }
      return false;
    }

    /// Whether the program of `state` has lost something since the beginning, all fixes taken
    /// together, and no person has agreed to that.
    private boolean takesSomething(FixState state) {
      if (!chooser.isAutomatic()) {
        return false;
      }
      Optional<String> objection =
          losses
              .objection(begin.report().snapshot(), state.report().snapshot())
              .or(() -> new Way(begin.report(), state.report()).doubt());
      objection.ifPresent(why -> audit.refused(state.applied(), why));
      return objection.isPresent();
    }

    private List<List<Plans.Step>> choices(Report report) throws InterruptedException {
      var choices = new ArrayList<List<Plans.Step>>();
      for (Problem problem : report.problems()) {
        if (request.covers(problem) && !problem.fixes().isEmpty()) {
          List<Plans.Step> steps =
              chooser.choose(problem).stream()
                  .filter(fix -> objection(report, fix).isEmpty())
                  .map(fix -> new Plans.Step(problem, fix))
                  .toList();
          if (!steps.isEmpty()) {
            choices.add(steps);
          }
        }
      }
      return choices;
    }

    private Optional<String> objection(Report report, Fix fix) {
      return chooser.isAutomatic()
          ? losses.objection(report.snapshot(), fix.patch())
          : Optional.empty();
    }

    /// The verified fixes of what is left that are a person's to take.
    List<Withheld> withheld() {
      var withheld = new ArrayList<Withheld>();
      for (Problem problem : best.report().problems()) {
        for (Fix fix : request.covers(problem) ? problem.fixes() : List.<Fix>of()) {
          objection(best.report(), fix)
              .or(() -> chooser.isAutomatic() ? fix.reservation() : Optional.empty())
              .ifPresent(why -> withheld.add(new Withheld(problem, fix, why)));
        }
      }
      return withheld;
    }

    /// The state after the fixes of `plan` that hold together; none when none does.
    private Optional<FixState> apply(FixState state, List<Plans.Step> plan, int round)
        throws InterruptedException {
      Snapshot snapshot = state.report().snapshot();
      if (!(oracle.check(snapshot, _ -> {}) instanceof CheckOutcome.Checked checked)) {
        return Optional.empty();
      }
      JointVerdict joint = new Needed(oracle, new BaseCheck(snapshot, checked)).judge(plan);
      if (joint.held().isEmpty() || seen.contains(joint.after().snapshot().overlay())) {
        return Optional.empty();
      }
      var applied = new ArrayList<>(state.applied());
      Set<Trial> held = new HashSet<>(joint.held());
      for (Plans.Step step : plan) {
        if (held.contains(step.trial())) {
          var record = new AuditRecord(round, step.problem().diagnostic(), step.fix(), "kept");
          applied.add(record);
          audit.tried(record);
          listener.tried(record);
        }
      }
      return Optional.of(new FixState(look(joint.after().snapshot(), request, chooser), applied));
    }
  }
}
