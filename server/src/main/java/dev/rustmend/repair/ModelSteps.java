package dev.rustmend.repair;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Phase;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.Oracle;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The last resort of one run of `fix`: a language model is asked about the errors that are left,
/// each once, those of the earliest phase first. Confined to its thread.
final class ModelSteps {
  private final Oracle oracle;
  private final LossGuard losses;
  private final FixListener listener;
  private final Optional<ModelRepair> model;
  private final ModelBudget budget;
  private final List<ModelAttempt> attempts = new ArrayList<>();
  private final Set<DiagnosticKey> asked = new HashSet<>();
  private boolean atEnd;

  /// Steps with the model of `session`, where `request` wants one.
  ModelSteps(RepairSession session, FixRequest request, FixListener listener) {
    this.oracle = session.oracle();
    this.losses = session.pipeline().losses();
    this.listener = listener;
    this.model =
        switch (request.model()) {
          case NOT_ASKED -> Optional.empty();
          case ASKED_LAST -> session.model();
          case ASKED_AFRESH -> session.model().map(one -> one.afresh());
        };
    // no method reference: without a model its class is not even loaded
    this.budget = model.isPresent() ? model.get().budget() : ModelBudget.none();
  }

  /// A repair of one of the errors of `state` that are `wanted`; none when the model has none for
  /// any, or may not be asked any more.
  Optional<Plans.Step> next(FixState state, Predicate<Problem> wanted) throws InterruptedException {
    Snapshot snapshot = state.report().snapshot();
    if (model.isEmpty()
        || atEnd
        || !(oracle.check(snapshot, _ -> {}) instanceof CheckOutcome.Checked checked)) {
      return Optional.empty();
    }
    var base = new BaseCheck(snapshot, checked);
    for (Problem problem : inOrder(state, wanted)) {
      Diagnostic error = problem.diagnostic();
      if (!atEnd && asked.add(DiagnosticKey.of(error, snapshot::read))) {
        ModelAttempt attempt = model.get().attempt(base, error, budget, listener::answered);
        attempts.add(attempt);
        atEnd = !attempt.mayAskOn();
        if (attempt.repair().isPresent()) {
          return Optional.of(step(problem, attempt.repair().get(), snapshot));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether there is a model to ask.
  boolean isThere() {
    return model.isPresent();
  }

  /// What was asked, and what came of it.
  List<ModelAttempt> attempts() {
    return List.copyOf(attempts);
  }

  private static List<Problem> inOrder(FixState state, Predicate<Problem> wanted) {
    return state.report().problems().stream()
        .filter(problem -> problem.diagnostic().isError())
        .filter(wanted)
        .sorted(Comparator.comparing(problem -> Phase.of(problem.diagnostic())))
        .toList();
  }

  private Plans.Step step(Problem problem, ModelAttempt.Repair repair, Snapshot snapshot) {
    Fix fix = new Repairs(snapshot, losses).fix(repair.candidate(), repair.verdict());
    return new Plans.Step(
        new Problem(problem.diagnostic(), List.of(fix), problem.rejections()), fix);
  }
}
