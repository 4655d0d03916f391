package dev.rustmend.learn;

import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.cargo.Tools;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.Report;
import dev.rustmend.search.Passage;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that has to do with learning in one process: what is watched, what is remembered, what is
/// proposed. Nothing is read or written before somebody asks or something is learned. Safe to use
/// from any thread.
public final class Learning implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Learning.class.getName());
  private static final String ENDING = "rustmend is about to end";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LearnedLog log;
  private final Memory memory;
  private final Clock clock;
  private final Surroundings surroundings;
  private final Duration shown;
  private @Nullable Recording recording;
  private boolean closed;

  /// What there is once something is watched, and not before.
  private record Recording(Recorder recorder, ExecutorService worker) {}

  /// `shown` is how long an error must have been there for the user to have read it.
  public Learning(LearnedLog log, Clock clock, Tools tools, Duration shown) {
    this.log = log;
    this.clock = clock;
    this.memory = new Memory(log, clock);
    this.surroundings = new Surroundings(tools);
    this.shown = shown;
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
  /// its own. `ready` gives what the session knows of a state by now, with all its fixes. When
  /// learning is off nothing is kept, and what was kept of the workspace is forgotten.
  public void watch(
      Report report, Settings.Learning mode, Function<Snapshot, Optional<Report>> ready) {
    if (mode == Settings.Learning.OFF) {
      begun().ifPresent(begun -> inBackground(begun, () -> begun.recorder().leave(report.root())));
      return;
    }
    if (!report.complete()
        || report.failure().isPresent()
        || report.fidelity().isPresent()
        || !isTheUsers(report.snapshot())) {
      return;
    }
    var sighting = new Sighting(report, System.nanoTime(), "");
    sighting.readFiles();
    begin().ifPresent(begun -> inBackground(begun, () -> begun.recorder().see(sighting, ready)));
  }

  /// Has `listener` hear of each event that is recorded from now on, on the thread that writes it.
  public void listen(Consumer<List<Event>> listener) {
    memory.listen(listener);
  }

  /// Whether nothing was watched yet, so that there is no thread and nothing is kept.
  boolean isIdle() {
    return begun().isEmpty();
  }

  private synchronized Optional<Recording> begun() {
    return Optional.ofNullable(recording);
  }

  private synchronized Optional<Recording> begin() {
    if (recording == null && !closed) {
      recording =
          new Recording(
              new Recorder(memory, clock, surroundings, shown),
              Executors.newSingleThreadExecutor(
                  Thread.ofVirtual().name("rustmend-learn").factory()));
    }
    return Optional.ofNullable(recording);
  }

  /// Takes a repair that somebody reports: `error` was there in the state of `broken` and is gone
  /// in that of `repaired`, both as the compiler judged them, and `file` is what was changed. Waits
  /// until that is recorded. Throws [LogFailure].
  public Taught teach(Report broken, Report repaired, Path file, Diagnostic error)
      throws InterruptedException {
    Optional<Recording> begun = begin();
    if (begun.isEmpty()) {
      return new Taught.Nothing(ENDING);
    }
    Recorder recorder = begun.get().recorder();
    try {
      return begun.get().worker().submit(() -> recorder.teach(broken, repaired, file, error)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LogFailure failure
          ? failure
          : new IllegalStateException("a reported repair could not be looked at", e);
    } catch (RejectedExecutionException e) {
      return new Taught.Nothing(ENDING);
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
  /// user. When learning is off nobody needs to know.
  public void wrote(Collection<SourceText> texts, Settings.Learning mode) {
    List<String> hashes = texts.stream().map(SourceText::sha256).toList();
    if (mode != Settings.Learning.OFF && !hashes.isEmpty()) {
      begun().ifPresent(begun -> begun.recorder().wrote(hashes));
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

  /// What was learned as passages for the index. Throws [LogFailure].
  public List<Passage> passages() {
    return LearnedPassages.of(habits());
  }

  /// A text that is another one whenever what was learned may be.
  public String state() {
    return log.stamp().map(Object::toString).orElse("");
  }

  /// How errors with this code were repaired in the workspace of `folder`, as a section of
  /// Markdown; empty where none was. Throws [LogFailure].
  public String past(Path folder, String code) {
    return Stream.iterate(folder, Objects::nonNull, Path::getParent)
        .map(root -> PastRepairs.markdown(habits(root).episodes(code)))
        .filter(section -> !section.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// What is wrong with the log, as sentences. Throws [LogFailure].
  public List<String> problems() {
    return memory.contents().problems();
  }

  /// The file of the log.
  public Path file() {
    return log.file();
  }

  /// Records an episode of a git history, which `id` tells from all others; empty where it is known
  /// already. Throws [LogFailure].
  Optional<Event.Learned> fromHistory(String id, long at, Episode episode, Teacher teacher) {
    if (memory.contents().events().stream().anyMatch(event -> event.id().equals(id))) {
      return Optional.empty();
    }
    Event.Learned event = teacher.learn(id, at, episode, memory.of(episode.project()));
    append(event);
    return Optional.of(event);
  }

  /// Replaces the log by one without what was forgotten and what is damaged. Throws [LogFailure].
  public void compact() {
    log.compact(events -> Compaction.of(events, clock.millis()));
  }

  /// Waits until everything that was watched so far is recorded.
  public void settle() throws InterruptedException {
    Optional<Recording> begun = begun();
    if (begun.isPresent()) {
      try {
        begun.get().worker().submit(() -> {}).get();
      } catch (RejectedExecutionException | ExecutionException e) {
        LOG.log(Level.DEBUG, "nothing is recorded any more", e);
      }
    }
  }

  /// Ends recording; waits a moment for what is under way.
  @Override
  public void close() {
    Optional<Recording> begun;
    synchronized (this) {
      closed = true;
      begun = begun();
    }
    begun.ifPresent(one -> end(one.worker()));
  }

  private static void end(ExecutorService worker) {
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

  private static void inBackground(Recording recording, Work work) {
    try {
      recording
          .worker()
          .execute(() -> {
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
