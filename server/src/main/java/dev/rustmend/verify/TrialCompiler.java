package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.verify.DirectCompiler.Attempted;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Compiles what trials make of a state; knows a state that it was asked about before.
interface TrialCompiler {

  CheckOutcome tryOut(Attempted attempted) throws IOException, InterruptedException;

  /// The one of `trials` on top of `base` whose compile was begun before it was asked for.
  default Optional<Trial> begun(Snapshot base, Set<Trial> trials) {
    return Optional.empty();
  }

  /// What came of it, waited for without keeping anybody from other compiles.
  default Optional<Checked> awaitBegun(BaseCheck base, Trial trial) throws InterruptedException {
    return Optional.empty();
  }
}
