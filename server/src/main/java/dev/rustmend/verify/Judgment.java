package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.text.Patch;
import dev.rustmend.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
        ? error(comparison, target, () -> doubt(base, trial.patch(), then, after))
        : warning(base, trial, then, after, comparison);
  }

  private static Verdict error(
      Comparison comparison, Diagnostic target, Supplier<Optional<String>> doubt) {
    if (!comparison.isGone(target)) {
      return Verdict.Rejected.remaining();
    }
    int before = comparison.before(target);
    int after = comparison.after(target);
    return after == 0
        ? new Verdict.Compiles(before, after, doubt.get())
        : new Verdict.Advances(before, after);
  }

  /// What the warnings that `patch` brought say against it.
  static Optional<String> doubt(BaseCheck base, Patch patch, Snapshot then, Checked after) {
    return Aftermath.doubt(warnings(base.checked()), warnings(after), base.snapshot(), then, patch);
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
