package dev.rustmend.learn;

import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.cargo.Tools;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.Report;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// All that has to do with learning in one process: what is watched, what is remembered, what is
/// proposed. Nothing is read or written before somebody asks or something is learned. Safe to use
/// from any thread.
public final class Learning implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Learning.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LearnedLog log;
  private final Memory memory;
  private final Clock clock;
  private final Recorder recorder;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("rustmend-learn").factory());

  /// `shown` is how long an error must have been there for the user to have read it.
  public Learning(LearnedLog log, Clock clock, Tools tools, Duration shown) {
    this.log = log;
    this.clock = clock;
    this.memory = new Memory(log, clock);
    this.recorder = new Recorder(memory, clock, new Surroundings(tools), shown);
  }

  /// What a program has: the log of the user, and errors count that were there for a second.
  public static Learning of(java.util.Map<String, String> environment) {
    return new Learning(
        new LearnedLog(LearnedLog.locate(environment)),
        Clock.systemUTC(),
        new Tools(environment),
        Duration.ofSeconds(1));
  }

  /// The proposals for the workspace at `root`.
  public CandidateSource fixes(Path root, Supplier<Settings.Learning> mode) {
    return new LearnedFixes(root.toString(), memory, mode);
  }

  /// Takes a report of a session and returns at once; what it teaches is found out on a thread of
  /// its own. `ready` gives what the session knows of a state by now, with all its fixes.
  public void watch(
      Report report, Settings.Learning mode, Function<Snapshot, Optional<Report>> ready) {
    if (mode == Settings.Learning.OFF
        || !report.complete()
        || report.failure().isPresent()
        || report.fidelity().isPresent()
        || !isTheUsers(report.snapshot())) {
      return;
    }
    var sighting = new Sighting(report, System.nanoTime(), "");
    sighting.readFiles();
    inBackground(() -> recorder.see(sighting, ready));
  }

  /// Takes a repair that somebody reports: `error` was there in the state of `broken` and is gone
  /// in that of `repaired`, both as the compiler judged them, and `file` is what was changed. Waits
  /// until that is recorded. Throws [LogFailure].
  public Taught teach(Report broken, Report repaired, Path file, Diagnostic error)
      throws InterruptedException {
    try {
      return worker.submit(() -> recorder.teach(broken, repaired, file, error)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LogFailure failure
          ? failure
          : new IllegalStateException("a reported repair could not be looked at", e);
    } catch (RejectedExecutionException e) {
      return new Taught.Nothing("rustmend is about to end");
    }
  }

  /// Whether the texts are those of the editor and of the disk, and not what `fix` tries in memory.
  private static boolean isTheUsers(Snapshot snapshot) {
    return snapshot.overlay().entrySet().stream()
        .allMatch(entry ->
            snapshot
                .buffer(entry.getKey())
                .filter(buffer -> buffer.text().equals(entry.getValue()))
                .isPresent());
  }

  /// Says that `rustmend fix` writes these texts: the errors that they end were not repaired by the
  /// user.
  public void wrote(Collection<SourceText> texts) {
    List<String> hashes = texts.stream().map(SourceText::sha256).toList();
    recorder.wrote(hashes);
    if (!hashes.isEmpty() && log.stamp().isPresent()) {
      append(new Event.Written(newId(), clock.millis(), hashes));
    }
  }

  /// The user says that the recipe `id` was not useful in the workspace at `root`.
  public void notUseful(Path root, String id) {
    append(
        new Event.Judged(newId(), clock.millis(), root.toString(), id, Event.Feedback.NOT_USEFUL));
  }

  /// Forgets these recipes. Throws [LogFailure].
  public void forget(List<String> ids) {
    append(new Event.Forgotten(newId(), clock.millis(), ids));
  }

  /// Forgets all that was learned in the workspace at `root`. Throws [LogFailure].
  public void forgetProject(Path root) {
    append(new Event.Forgotten(newId(), clock.millis(), List.of(Event.Forgotten.PROJECT + root)));
  }

  /// Takes over a recipe of an entry. Throws [LogFailure].
  public void take(Recipe recipe, String title, String markdown) {
    append(new Event.Imported(newId(), clock.millis(), recipe, title, markdown));
  }

  /// What was learned in the workspace at `root`. Throws [LogFailure].
  public Habits habits(Path root) {
    return memory.of(root.toString());
  }

  /// What was learned in all workspaces. Throws [LogFailure].
  public Habits habits() {
    return memory.everywhere();
  }

  /// What is wrong with the log, as sentences. Throws [LogFailure].
  public List<String> problems() {
    return memory.contents().problems();
  }

  /// The file of the log.
  public Path file() {
    return log.file();
  }

  /// Replaces the log by one without what was forgotten and what is damaged. Throws [LogFailure].
  public void compact() {
    log.compact(events -> Compaction.of(events, clock.millis()));
  }

  /// Waits until everything that was watched so far is recorded.
  public void settle() throws InterruptedException {
    try {
      worker.submit(() -> {}).get();
    } catch (RejectedExecutionException | ExecutionException e) {
      LOG.log(Level.DEBUG, "nothing is recorded any more", e);
    }
  }

  /// Ends recording; waits a moment for what is under way.
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private void inBackground(Work work) {
    try {
      worker.execute(() -> {
        try {
          work.run();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (LogFailure e) {
          LOG.log(Level.WARNING, e.sentence());
        } catch (RuntimeException e) {
          LOG.log(Level.ERROR, "an episode could not be looked at", e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "a report came after the end", e);
    }
  }

  private void append(Event event) {
    memory.append(List.of(event));
  }

  /// An id that no other process gives.
  static String newId() {
    return HexFormat.of().toHexDigits(System.currentTimeMillis(), 12)
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
