package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.workspace.Snapshot;
import java.util.List;

/// The rule that turns what the compiler said of a patch into a [Verdict].
final class Judgment {
  private Judgment() {}

  /// The verdict on one trial that was compiled alone: `after` is what the compiler said of `then`,
  /// which is the base's snapshot with the patch made.
  static Verdict alone(BaseCheck base, Trial trial, Snapshot then, Checked after) {
    var comparison = new Comparison(base, trial.patch(), then, after);
    if (!comparison.introduced().isEmpty()) {
      return Verdict.Rejected.introducing(comparison.introduced().getFirst());
    }
    Diagnostic target = trial.target();
    return target.isError()
        ? error(comparison, target)
        : warning(base, trial, then, after, comparison);
  }

  private static Verdict error(Comparison comparison, Diagnostic target) {
    if (!comparison.isGone(target)) {
      return Verdict.Rejected.remaining();
    }
    int before = comparison.before(target);
    int after = comparison.after(target);
    return after == 0 ? new Verdict.Compiles(before, after) : new Verdict.Advances(before, after);
  }

  private static Verdict warning(
      BaseCheck base, Trial trial, Snapshot then, Checked after, Comparison comparison) {
    Diagnostic target = trial.target();
    Matching warnings =
        Matching.of(
            warnings(base.checked()), warnings(after), base.snapshot(), then, trial.patch());
    if (!warnings.gone().contains(target)) {
      return new Verdict.Rejected("the warning remains");
    }
    if (!warnings.fresh().isEmpty()) {
      Diagnostic fresh = warnings.fresh().getFirst();
      return new Verdict.Rejected("brings a warning: " + fresh.message());
    }
    if (!Comparison.wasCompiled(after, target.crate())) {
      return new Verdict.Unknown("the crate was not compiled, since one that it needs is broken");
    }
    int errors = comparison.after(target);
    return errors == 0
        ? new Verdict.Compiles(comparison.before(target), errors)
        : new Verdict.Advances(comparison.before(target), errors);
  }

  static List<Diagnostic> warnings(Checked checked) {
    return checked.diagnostics().stream().filter(d -> d.level() == Level.WARNING).toList();
  }
}
