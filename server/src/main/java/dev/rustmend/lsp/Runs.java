package dev.rustmend.lsp;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commands that are under way, each on its own thread under a run id such as `fixFile-3`.
final class Runs {
  private static final System.Logger LOG = System.getLogger(Runs.class.getName());

  /// The work of one run.
  interface Work {
    void run(String runId) throws InterruptedException;
  }

  private record Run(String command, Thread thread, List<Runnable> followers) {}

  private final Map<String, Run> runs = new LinkedHashMap<>();
  private int count;

  /// Adds `work` and returns its run id at once; [#begin] starts it. An earlier run of the same
  /// command is cancelled: whoever asks again wants the new one.
  synchronized String add(String command, Work work) {
    runs.values().stream().filter(run -> run.command.equals(command)).forEach(Runs::stop);
    String runId = command + "-" + ++count;
    Thread thread =
        Thread.ofVirtual().name("rustmend-" + runId).unstarted(() -> perform(runId, work));
    runs.put(runId, new Run(command, thread, new ArrayList<>()));
    return runId;
  }

  /// Starts a run that was added and is not under way yet; any other word is ignored.
  synchronized void begin(String runId) {
    Run run = runs.get(runId);
    if (run != null && run.thread.getState() == Thread.State.NEW) {
      run.thread.start();
    }
  }

  /// Calls `follower` when the run has ended, however it ended: at once when that was before.
  void whenEnded(String runId, Runnable follower) {
    synchronized (this) {
      Run run = runs.get(runId);
      if (run != null) {
        run.followers.add(follower);
        return;
      }
    }
    follower.run();
  }

  /// Cancels one run; says whether there is such a run.
  synchronized boolean cancel(String runId) {
    Run run = runs.get(runId);
    if (run == null) {
      return false;
    }
    stop(run);
    return true;
  }

  synchronized void cancelAll() {
    runs.values().forEach(Runs::stop);
  }

  /// The ids of the runs under way, oldest first.
  synchronized List<String> active() {
    return List.copyOf(runs.keySet());
  }

  /// Cancels all and waits for their ends, at most `patience` for each.
  void close(Duration patience) throws InterruptedException {
    List<Thread> threads;
    synchronized (this) {
      cancelAll();
      threads = runs.values().stream().map(Run::thread).toList();
    }
    for (Thread thread : threads) {
      var _ = thread.join(patience);
    }
  }

  private void perform(String runId, Work work) {
    try {
      work.run(runId);
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "{0} was cancelled", runId);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, runId + " failed", e);
    } finally {
      ended(runId).forEach(Runnable::run);
    }
  }

  private synchronized List<Runnable> ended(String runId) {
    Run run = runs.remove(runId);
    return run == null ? List.of() : run.followers;
  }

  private static void stop(Run run) {
    run.thread().interrupt();
  }
}
