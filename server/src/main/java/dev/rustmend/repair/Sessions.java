package dev.rustmend.repair;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The sessions of one process, one for each Cargo workspace, opened on first use.
public final class Sessions implements AutoCloseable {

  /// The session of the Cargo workspace that `path`, a file or a folder, belongs to, or why there
  /// is none. May run `cargo metadata`, so never call it on a thread that must answer at once.
  public Opened open(Path path) throws InterruptedException {
    throw pending();
  }

  /// The sessions that are open.
  public List<RepairSession> all() {
    throw pending();
  }

  /// Adds a listener to every session, open or to come.
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
