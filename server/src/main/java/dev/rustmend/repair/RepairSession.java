package dev.rustmend.repair;

import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The session of one Cargo workspace: it checks snapshots, finds verified fixes and keeps them
/// ready.
public final class RepairSession implements AutoCloseable {

  /// The root folder of the Cargo workspace.
  public Path root() {
    throw pending();
  }

  /// Whether `file` belongs to this workspace or one of its path dependencies.
  public boolean owns(Path file) {
    throw pending();
  }

  /// Asks for a check of `snapshot` in the background. Newer requests cancel older ones; listeners
  /// get growing reports.
  public void request(Snapshot snapshot) {
    throw pending();
  }

  /// Checks `snapshot` and verifies every candidate before it returns; `onProgress` gets the
  /// growing reports.
  public Report run(Snapshot snapshot, Consumer<Report> onProgress) throws InterruptedException {
    throw pending();
  }

  /// The newest report whose texts equal those of `snapshot`; never waits.
  public Optional<Report> ready(Snapshot snapshot) {
    throw pending();
  }

  /// Ends the check that is under way, with all its processes.
  public void cancel() {
    throw pending();
  }

  /// Adds a listener that gets every growing report, on a background thread.
  public void listen(Consumer<Report> listener) {
    throw pending();
  }

  @Override
  public void close() {
    throw pending();
  }

  private static IllegalStateException pending() {
    return new IllegalStateException("the foundation has no body yet");
  }
}
