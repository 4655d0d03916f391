package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.SpooledCheck;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.workspace.Snapshot;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The judge of patches: compiles snapshots of one Cargo workspace where nobody's files are
/// touched.
public interface Oracle extends AutoCloseable {

  /// Checks `snapshot` as it is; `onDiagnostic` gets each diagnostic as soon as it is there.
  CheckOutcome check(Snapshot snapshot, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException;

  /// Judges every trial on top of `base` and tells `onVerdict` as soon as one is known. Trials for
  /// unrelated errors share a compile; a group that fails is split.
  void judge(BaseCheck base, List<Trial> trials, BiConsumer<Trial, Verdict> onVerdict)
      throws InterruptedException;

  /// Finds out what the first judgment on top of `base` would have to find out before anything
  /// else, when nothing else is to be done. An interrupt ends it.
  default void settle(BaseCheck base) throws InterruptedException {}

  /// Makes all trials together, leaving out those that do not hold.
  JointVerdict judgeTogether(BaseCheck base, List<Trial> trials) throws InterruptedException;

  /// Takes over what another run of cargo said of the saved files, so that [#check] need not run it
  /// again. False when it can not stand for a check of `snapshot`: a buffer is not saved, a file
  /// was changed after the run began, or the run was made with other options.
  boolean adopt(Snapshot snapshot, SpooledCheck run) throws InterruptedException;

  /// Whether the shadow of the unmodified tree gives the same diagnostics as the real tree.
  Fidelity fidelity();

  /// How many times the compiler was run so far.
  int compiles();

  /// Gives back what the oracle holds; ends a compile that is under way first when its thread was
  /// interrupted.
  @Override
  void close();
}
