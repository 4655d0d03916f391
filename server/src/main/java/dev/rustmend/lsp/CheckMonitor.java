package dev.rustmend.lsp;

import dev.rustmend.assist.Explainer;
import dev.rustmend.repair.Occasion;
import dev.rustmend.repair.Pause;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Report;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Starts checks and follows each to its end: progress, status, published diagnostics.
///
/// A session has one check under way; asking for another ends the one before it, and its progress.
final class CheckMonitor {
  private record Check(RepairSession session, Snapshot snapshot, Progress progress) {}

  private final ProgressBoard board;
  private final StatusReporter status;
  private final DiagnosticsPublisher publisher;
  private final Explainer explainer;
  private final Object starting = new Object();
  private final Map<Path, Check> underWay = new HashMap<>();
  private final Map<Path, String> pauses = new HashMap<>();
  private final Map<Path, Snapshot> latest = new HashMap<>();

  CheckMonitor(
      ProgressBoard board,
      StatusReporter status,
      DiagnosticsPublisher publisher,
      Explainer explainer) {
    this.board = board;
    this.status = status;
    this.publisher = publisher;
    this.explainer = explainer;
  }

  /// Asks `session` to check the newest snapshot in the background.
  void start(RepairSession session, Supplier<Snapshot> newest, Occasion occasion) {
    // A lock of its own: reports of the check that this one ends may wait for the other lock.
    synchronized (starting) {
      Snapshot snapshot = newest.get();
      begin(session, snapshot);
      session.request(snapshot, occasion);
    }
  }

  private synchronized void begin(RepairSession session, Snapshot snapshot) {
    Path root = session.root();
    end(root, "");
    underWay.put(root, new Check(session, snapshot, progress(root)));
    latest.put(root, snapshot);
    status.busy();
  }

  private Progress progress(Path root) {
    return board.start("Checking " + root.getFileName(), () -> cancel(root));
  }

  /// A check waits, or goes on. While it waits nothing turns in the editor.
  synchronized void paused(Pause pause) {
    Path root = pause.root();
    Check check = underWay.get(root);
    if (check == null) {
      return;
    }
    if (pause.why().isPresent()) {
      String why = "paused " + pause.why().get();
      pauses.put(root, why);
      check.progress.end(why);
      status.paused(why);
    } else if (pauses.remove(root) != null) {
      underWay.put(root, new Check(check.session, check.snapshot, progress(root)));
      status.busy();
    }
  }

  /// Why the check of a workspace waits; empty when none does.
  synchronized Optional<String> pause(Path root) {
    return Optional.ofNullable(pauses.get(root));
  }

  /// Whether the newest check of `session` was asked for with `file` as it is in `snapshot`.
  synchronized boolean covers(RepairSession session, Path file, Snapshot snapshot) {
    Snapshot checked = latest.get(session.root());
    return checked != null && checked.read(file).equals(snapshot.read(file));
  }

  /// Takes a growing report. One that belongs to no check of ours, or to an older one, is dropped.
  synchronized void report(Report report) {
    Check check = underWay.get(report.root());
    if (check == null || check.snapshot != report.snapshot()) {
      return;
    }
    check.progress.report(StatusReporter.summary(report));
    if (report.complete()) {
      end(report.root(), StatusReporter.summary(report));
    }
    publisher.publish(report);
    if (report.complete()) {
      status.finished(report);
      Thread.ofVirtual().name("rustmend-explanations").start(() -> prepare(report));
    }
  }

  /// Fetches what hovers will want to say; they themselves never wait.
  private void prepare(Report report) {
    try {
      explainer.prepare(report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Where it is said why something can not be checked.
  StatusReporter status() {
    return status;
  }

  /// Ends the check of one workspace, with its processes.
  void cancel(Path root) {
    Optional<RepairSession> session;
    synchronized (this) {
      session = Optional.ofNullable(underWay.get(root)).map(Check::session);
      end(root, "cancelled");
      latest.remove(root);
    }
    session.ifPresent(one -> {
      one.cancel();
      status.idle();
    });
  }

  void cancelAll() {
    List<Path> roots;
    synchronized (this) {
      roots = List.copyOf(underWay.keySet());
    }
    roots.forEach(this::cancel);
    synchronized (this) {
      latest.clear();
    }
  }

  /// Ends all checks, since workspaces get another shape, and forgets what they found.
  void reset() {
    cancelAll();
    status.forget();
  }

  /// The roots of the workspaces that are being checked.
  synchronized List<Path> roots() {
    return List.copyOf(underWay.keySet());
  }

  private void end(Path root, String how) {
    pauses.remove(root);
    Check check = underWay.remove(root);
    if (check != null) {
      check.progress.end(how);
    }
  }
}
