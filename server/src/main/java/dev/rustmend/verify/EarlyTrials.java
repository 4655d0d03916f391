package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.cargo.Compiled;
import dev.rustmend.workspace.Snapshot;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The trial that may be compiled beside cargo, one for each check: with more of them the check
/// itself would have to wait for a core. Safe to use from any thread.
final class EarlyTrials {
  private final ShadowWorkspace shadow;
  private final DirectCompiler direct;
  private @Nullable Snapshot compiling;
  private @Nullable EarlyTrial early;

  EarlyTrials(ShadowWorkspace shadow, DirectCompiler direct) {
    this.shadow = shadow;
    this.direct = direct;
  }

  /// cargo begins to compile `base`; the trial of an earlier state is ended.
  void cargoBegins(Snapshot base) {
    end();
    synchronized (this) {
      compiling = base;
    }
  }

  /// Begins with `trial` if cargo compiles `base` at this moment and there was none before. Returns
  /// whether it did; does not wait.
  synchronized boolean offer(Snapshot base, Trial trial) {
    if (compiling != base || early != null) {
      return false;
    }
    early = EarlyTrial.begin(shadow, direct, base, trial);
    return true;
  }

  /// cargo has ended; see [EarlyTrial#cargoEnded].
  boolean cargoEnded() throws InterruptedException {
    EarlyTrial begun;
    synchronized (this) {
      compiling = null;
      begun = early;
    }
    return begun != null && begun.cargoEnded();
  }

  /// The trial of `trials` on top of `base` that was begun.
  synchronized Optional<Trial> begun(Snapshot base, Set<Trial> trials) {
    return Optional.ofNullable(early).filter(one -> one.isFor(base, trials)).map(EarlyTrial::trial);
  }

  /// What the compiler says of the state of the `wanted` trial on top of `base`, waited for; empty
  /// when another trial was begun, or it could not be compiled so.
  Optional<Checked> await(BaseCheck base, Predicate<EarlyTrial> wanted)
      throws InterruptedException {
    EarlyTrial begun;
    synchronized (this) {
      begun = early;
    }
    if (begun == null || !wanted.test(begun)) {
      return Optional.empty();
    }
    Optional<Compiled> compiled = begun.await();
    return compiled.flatMap(some ->
        DirectCompiler.onTopOf(
            base, begun.trial().target().crate(), some, System.nanoTime() - begun.start()));
  }

  /// Ends what is under way and forgets it.
  void end() {
    EarlyTrial begun;
    synchronized (this) {
      begun = early;
      early = null;
      compiling = null;
    }
    if (begun != null) {
      begun.end();
    }
  }
}
