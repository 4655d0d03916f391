package dev.rustmend.service;

import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.settings.Settings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// The Cargo workspaces that were asked for, kept warm: the next check of one finds its shadow and
/// what the compiler said last. One whose manifests or settings have changed is opened anew; the
/// ones that were not used for longest are closed. Safe to use from any thread.
final class Projects implements AutoCloseable {
  private static final int MOST = 8;

  private final Supplier<Sessions> sessions;
  private final Function<Path, Settings> settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Path, OpenProject> byRoot = new HashMap<>();
  private final Map<Path, Path> roots = new HashMap<>();

  /// `sessions` makes the sessions of one workspace; `settings` reads those of a root.
  Projects(Supplier<Sessions> sessions, Function<Path, Settings> settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  /// A project in use; closing gives it back.
  record Lease(Projects projects, OpenProject project) implements AutoCloseable {
    RepairSession session() {
      return project.session();
    }

    Settings settings() {
      return project.settings();
    }

    @Override
    public void close() {
      projects.giveBack(project);
    }
  }

  /// The workspace that `path`, an existing file or folder, belongs to. Throws [ServiceFailure]
  /// where there is none, or where it reaches out of `allowed`.
  Lease open(Path path, Roots allowed) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      OpenProject project = project(path, allowed);
      project.take();
      return new Lease(this, project);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      byRoot.values().forEach(OpenProject::retire);
      byRoot.clear();
      roots.clear();
    } finally {
      lock.unlock();
    }
  }

  private OpenProject project(Path path, Roots allowed) throws InterruptedException {
    Path manifest =
        CargoMetadata.nearestManifest(path)
            .orElseThrow(() ->
                new ServiceFailure(
                    Kind.NOT_FOUND,
                    "there is no Cargo.toml in %s or above it; name a folder of a cargo project"
                        .formatted(path)));
    Path root = roots.get(manifest);
    OpenProject known = root == null ? null : byRoot.get(root);
    if (known != null && known.isFresh()) {
      expectAllowed(path, known.root(), allowed);
      return known;
    }
    if (known != null) {
      byRoot.remove(known.root());
      known.retire();
    }
    expectAllowed(path, manifest, allowed);
    OpenProject opened = opened(path);
    if (!allowed.allows(opened.root())) {
      opened.retire();
      expectAllowed(path, opened.root(), allowed);
    }
    roots.put(manifest, opened.root());
    OpenProject other = byRoot.put(opened.root(), opened);
    if (other != null) {
      other.retire();
    }
    closeOldest(opened);
    return opened;
  }

  private OpenProject opened(Path path) throws InterruptedException {
    Sessions made = sessions.get();
    try {
      return switch (made.open(path)) {
        case Opened.Session(RepairSession session) ->
            new OpenProject(
                made,
                session,
                settings.apply(session.root()),
                ProjectStamp.of(session.root(), session.packageRoots()));
        case Opened.Refused refused -> {
          made.close();
          throw new ServiceFailure(Kind.ENVIRONMENT, refused.sentence());
        }
      };
    } catch (UncheckedIOException e) {
      made.close();
      throw new ServiceFailure(
          Kind.ENVIRONMENT,
          e.getMessage()
              + "; make the cache folder writable or name another one in RUSTMEND_CACHE_DIR",
          e);
    }
  }

  private static void expectAllowed(Path path, Path root, Roots allowed) {
    if (!allowed.allows(root)) {
      throw new ServiceFailure(
          Kind.OUTSIDE,
          "the cargo workspace of %s is at %s, outside of the folders that may be used; allow that folder"
              .formatted(path, root));
    }
  }

  /// Closes what was not used for longest, apart from the one that is about to be used.
  private void closeOldest(OpenProject wanted) {
    while (byRoot.size() > MOST) {
      var oldest =
          byRoot.values().stream()
              .filter(project -> project.isIdle() && project != wanted)
              .min(Comparator.comparingLong(OpenProject::lastUse));
      if (oldest.isEmpty()) {
        return;
      }
      byRoot.remove(oldest.get().root());
      oldest.get().retire();
    }
    if (roots.size() > 1000) {
      roots.clear();
    }
  }

  private void giveBack(OpenProject project) {
    lock.lock();
    try {
      project.giveBack(System.nanoTime());
    } finally {
      lock.unlock();
    }
  }
}
