package dev.rustmend.cli;

import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;

/// The session of the Cargo workspace that a command works on, with its settings.
record OpenWorkspace(Sessions sessions, RepairSession session, Settings settings)
    implements AutoCloseable {

  @Override
  public void close() {
    sessions.close();
  }
}
