package dev.rustmend.cargo;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A process and all that it started, directly or not.
public final class ProcessTree {
  private static final Duration GRACE = Duration.ofMillis(400);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long TICK_MILLIS = 5;

  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  private ProcessTree(ProcessHandle root) {
    known.add(root);
  }

  /// Ends the process and its descendants: asks first, then kills, until none is left. Returns when
  /// they are gone (or, should the kernel refuse, after three seconds). Can not be interrupted; an
  /// interrupt that comes meanwhile is kept.
  public static void end(ProcessHandle root) {
    var tree = new ProcessTree(root);
    tree.alive().forEach(ProcessHandle::destroy);
    if (!tree.isGoneWithin(GRACE, ProcessHandle::destroy)) {
      tree.isGoneWithin(PATIENCE, ProcessHandle::destroyForcibly);
    }
  }

  /// Looks again and again, since a process may start another one while it is being ended. Those
  /// that are remembered count even when their parent died before them.
  private boolean isGoneWithin(Duration time, Signal signal) {
    long deadline = System.nanoTime() + time.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        List<ProcessHandle> alive = alive();
        if (alive.isEmpty()) {
          return true;
        }
        if (System.nanoTime() > deadline) {
          return false;
        }
        alive.forEach(signal::send);
        interrupted |= pause();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<ProcessHandle> alive() {
    for (ProcessHandle handle : List.copyOf(known)) {
      if (runs(handle)) {
        handle.descendants().forEach(known::add);
      }
    }
    return known.stream().filter(ProcessTree::runs).toList();
  }

  /// An orphan that has ended counts as alive until process 1 collects it, which in a container may
  /// take seconds; but it has no command line any more.
  static boolean runs(ProcessHandle handle) {
    return handle.isAlive() && handle.info().command().isPresent();
  }

  /// Whether an interrupt came.
  private static boolean pause() {
    try {
      Thread.sleep(TICK_MILLIS);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private interface Signal {
    boolean send(ProcessHandle handle);
  }
}
