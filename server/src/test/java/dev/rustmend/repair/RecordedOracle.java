package dev.rustmend.repair;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.SpooledCheck;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.Fidelity;
import dev.rustmend.verify.JointVerdict;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.Trial;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A double of cargo that says again what it said when a fixture was recorded.
record RecordedOracle(Path root, Recording recording) implements Oracle {

  @Override
  public CheckOutcome check(Snapshot snapshot, Consumer<Diagnostic> onDiagnostic) {
    CheckOutcome.Checked checked = recording.checked(root);
    checked.diagnostics().forEach(onDiagnostic);
    return checked;
  }

  @Override
  public void judge(BaseCheck base, List<Trial> trials, BiConsumer<Trial, Verdict> onVerdict) {
    for (Trial trial : trials) {
      Verdict verdict =
          recording
              .verdict(root, trial.patch())
              .orElseGet(() -> new Verdict.Unknown("was never recorded"));
      onVerdict.accept(trial, verdict);
    }
  }

  @Override
  public JointVerdict judgeTogether(BaseCheck base, List<Trial> trials) {
    return new JointVerdict(List.of(), base);
  }

  @Override
  public boolean adopt(Snapshot snapshot, SpooledCheck run) {
    return false;
  }

  @Override
  public Fidelity fidelity() {
    return new Fidelity.Faithful();
  }

  @Override
  public int compiles() {
    return 0;
  }

  @Override
  public void close() {}
}
