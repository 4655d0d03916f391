package dev.rustmend.repair;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.Oracle;
import dev.rustmend.workspace.Snapshot;
import java.util.Optional;

/// Asks the model of a workspace in ways of a benchmark's choice, whatever else repairs an error.
/// No answer of before counts, and none is kept or applied.
public record ModelStudy(RepairSession session) {
  /// What came of it, and how often the compiler was run for it.
  public record Asked(ModelAttempt attempt, int compiles) {}

  /// Asks about `error`, which a check of `snapshot` reports.
  public Asked ask(Snapshot snapshot, Diagnostic error, ModelWay way) throws InterruptedException {
    Optional<ModelRepair> model = session.model();
    Oracle oracle = session.oracle();
    if (model.isEmpty()) {
      return new Asked(ModelAttempt.notAsked(error, "no model is chosen"), 0);
    }
    return switch (oracle.check(snapshot, _ -> {})) {
      case CheckOutcome.Checked checked -> {
        int before = oracle.compiles();
        ModelRepair repair = model.get().in(way);
        ModelAttempt attempt =
            repair.attempt(new BaseCheck(snapshot, checked), error, repair.budget(), _ -> {});
        yield new Asked(attempt, oracle.compiles() - before);
      }
      case CheckOutcome.Failed failed ->
          new Asked(ModelAttempt.notAsked(error, failed.failure().sentence()), 0);
    };
  }
}
