package dev.rustmend.repair;

import dev.rustmend.workspace.Snapshot;
import java.util.function.Consumer;

/// The compile-and-fix loop: verified fixes are applied in memory until no error is left or no
/// verified fix is.
@SuppressWarnings("DoNotCallSuggester")
public final class FixLoop {
  private final RepairSession session;

  public FixLoop(RepairSession session) {
    this.session = session;
  }

  /// Runs the loop on `snapshot`; `onRecord` gets each record as it is made.
  public FixOutcome run(
      Snapshot snapshot, FixRequest request, FixChooser chooser, Consumer<AuditRecord> onRecord)
      throws InterruptedException {
    session.cancel();
    throw pending();
  }

  private static IllegalStateException pending() {
    return new IllegalStateException("the foundation has no body yet");
  }
}
