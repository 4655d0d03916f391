package dev.rustmend.lsp;

import dev.rustmend.repair.Occasion;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.SettingsReader;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Decides when to check: soon after a file is opened or saved, and after a pause in typing.
///
/// What happens in a burst (ten tabs restored, all files saved) makes one check. Files outside of
/// the client's folders cause none.
final class CheckScheduler implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CheckScheduler.class.getName());

  private final Sessions sessions;
  private final OpenDocuments documents;
  private final Configuration configuration;
  private final Roots roots;
  private final CheckMonitor monitor;
  private final Delays delays;
  private volatile Consumer<RepairSession> beforeCheck = _ -> {};
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("rustmend-check-timer").factory());
  private final Set<Path> waiting = new LinkedHashSet<>();
  private final Set<Path> forced = new LinkedHashSet<>();
  private boolean stale;
  private Optional<Future<?>> timeout = Optional.empty();

  /// How long to wait after the last event of a burst: long enough for the next one to join it.
  record Delays(Duration open, Duration save, Duration typing) {
    static final Delays USUAL =
        new Delays(Duration.ofMillis(20), Duration.ofMillis(4), Duration.ofMillis(400));
  }

  /// What came together: the files, those of them that are new on the disk, and whether workspaces
  /// may have got another shape.
  private record Burst(List<Path> files, Set<Path> forced, boolean stale) {}

  CheckScheduler(
      Sessions sessions,
      OpenDocuments documents,
      Configuration configuration,
      Roots roots,
      CheckMonitor monitor,
      Delays delays) {
    this.sessions = sessions;
    this.documents = documents;
    this.configuration = configuration;
    this.roots = roots;
    this.monitor = monitor;
    this.delays = delays;
  }

  /// `listener` gets each session before its check begins.
  void beforeCheck(Consumer<RepairSession> listener) {
    beforeCheck = listener;
  }

  /// A document was opened: checks its workspace unless that was done with the same text.
  void opened(Path file) {
    if (isRust(file)) {
      schedule(file, delays.open());
    }
  }

  /// The client opened folders: those that are packages or workspaces are checked before somebody
  /// opens a file in them.
  void openedFolders(Collection<Path> folders) {
    folders.stream()
        .map(folder -> folder.resolve("Cargo.toml"))
        .filter(Files::exists)
        .forEach(manifest -> schedule(manifest, delays.open()));
  }

  /// A buffer was edited: checks it unsaved after a pause, if its workspace is to be checked so.
  void changed(Path file) {
    boolean wanted =
        isRust(file)
            && sessions
                .find(file)
                .map(session -> configuration.of(session.root()).check().onType())
                .orElse(false);
    if (wanted) {
      schedule(file, delays.typing());
    }
  }

  /// Files on the disk are new: checks their workspaces whatever is known.
  void saved(Collection<Path> files) {
    List<Path> relevant = files.stream().filter(CheckScheduler::isRelevant).toList();
    synchronized (this) {
      forced.addAll(relevant);
      stale |= relevant.stream().anyMatch(CheckScheduler::shapesTheWorkspace);
    }
    relevant.forEach(file -> schedule(file, delays.save()));
  }

  /// A buffer was closed: the disk counts again.
  void closed(Path file) {
    opened(file);
  }

  /// The settings are new: every workspace is opened and checked again.
  void settingsChanged() {
    if (!sessions.all().isEmpty()) {
      synchronized (this) {
        stale = true;
      }
      documents.open().forEach(this::opened);
    }
  }

  /// Checks the workspace of `file` now, asked for by a person, who is told when that is
  /// impossible.
  void checkNow(Path file) throws InterruptedException {
    switch (sessions.open(file)) {
      case Opened.Session(RepairSession session) -> {
        session.invalidate();
        monitor.start(session, documents::snapshot, Occasion.ASKED);
      }
      case Opened.Refused refused -> monitor.status().refusedToPerson(refused.sentence());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private synchronized void schedule(Path file, Duration delay) {
    if (timer.isShutdown()) {
      return;
    }
    waiting.add(file);
    timeout.ifPresent(earlier -> earlier.cancel(false));
    timeout =
        Optional.of(timer.schedule(this::startChecks, delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  /// Opening a session may run cargo, so it happens on a thread of its own.
  private void startChecks() {
    Burst burst;
    synchronized (this) {
      burst = new Burst(List.copyOf(waiting), Set.copyOf(forced), stale);
      waiting.clear();
      forced.clear();
      stale = false;
    }
    Thread.ofVirtual().name("rustmend-check-start").start(() -> check(burst));
  }

  private void check(Burst burst) {
    var todo = new LinkedHashSet<RepairSession>();
    Snapshot snapshot = documents.snapshot();
    try {
      if (burst.stale) {
        monitor.reset();
        sessions.reset();
      }
      for (Path file : burst.files) {
        boolean forced = burst.forced.contains(file);
        Optional<RepairSession> session = session(file);
        if (forced && snapshot.buffer(file).isEmpty()) {
          session.ifPresent(RepairSession::invalidate);
        }
        session.filter(one -> forced || !monitor.covers(one, file, snapshot)).ifPresent(todo::add);
      }
      todo.forEach(beforeCheck);
      todo.forEach(session -> monitor.start(session, documents::snapshot, Occasion.BY_ITSELF));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "no check of " + burst.files, e);
    }
  }

  private Optional<RepairSession> session(Path file) throws InterruptedException {
    Optional<RepairSession> owner = sessions.find(file);
    if (owner.isPresent() || !roots.mayCheck(file)) {
      return owner;
    }
    return switch (sessions.open(file)) {
      case Opened.Session(RepairSession session) -> Optional.of(session);
      case Opened.Refused refused -> {
        LOG.log(Level.INFO, "{0} is not checked: {1}", file, refused.sentence());
        monitor.status().refused(refused.sentence());
        yield Optional.empty();
      }
    };
  }

  private static boolean isRust(Path file) {
    return file.toString().endsWith(".rs");
  }

  private static boolean shapesTheWorkspace(Path file) {
    return !isRust(file) && !file.endsWith("Cargo.lock");
  }

  /// Whether a file on the disk may change what a check says.
  static boolean isRelevant(Path file) {
    String name = String.valueOf(file.getFileName());
    return isRust(file)
        || name.equals("Cargo.toml")
        || name.equals("Cargo.lock")
        || name.equals(SettingsReader.FILE_NAME)
        || name.startsWith("rust-toolchain")
        || (file.getParent() != null && file.getParent().endsWith(".cargo"));
  }
}
