package dev.rustmend.service;

import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/// A Cargo workspace that is kept warm between requests. Mutable: who uses it, and since when
/// nobody has; guarded by its [Projects].
final class OpenProject {
  private final Sessions sessions;
  private final RepairSession session;
  private final Settings settings;
  private final ProjectStamp stamp;
  private final ReentrantLock writing = new ReentrantLock(true);
  private int users;
  private long lastUse;
  private boolean retired;

  OpenProject(Sessions sessions, RepairSession session, Settings settings, ProjectStamp stamp) {
    this.sessions = sessions;
    this.session = session;
    this.settings = settings;
    this.stamp = stamp;
  }

  Path root() {
    return session.root();
  }

  RepairSession session() {
    return session;
  }

  Settings settings() {
    return settings;
  }

  /// Held by whoever writes source files of the workspace, or decides what to write.
  ReentrantLock writing() {
    return writing;
  }

  /// Whether manifests or settings are what they were when it was opened.
  boolean isFresh() {
    return stamp.isCurrent();
  }

  void take() {
    users++;
  }

  /// One user less; closes it when it is the last one of a project that was given up.
  void giveBack(long now) {
    users--;
    lastUse = now;
    closeWhenUnused();
  }

  /// No new user gets it.
  void retire() {
    retired = true;
    closeWhenUnused();
  }

  boolean isIdle() {
    return users == 0;
  }

  long lastUse() {
    return lastUse;
  }

  private void closeWhenUnused() {
    if (retired && users == 0) {
      sessions.close();
    }
  }
}
