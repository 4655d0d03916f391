package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Report;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Watches the errors of all workspaces of a process and writes the episodes. Reports come on one
/// thread; [#wrote] may be called from any.
final class Recorder {
  private static final Logger LOG = System.getLogger(Recorder.class.getName());
  private static final int MANY_FILES = 3;

  private final Memory memory;
  private final Clock clock;
  private final Surroundings surroundings;
  private final Duration shown;
  private final Lessons lessons = new Lessons();
  private final Teacher teacher = new Teacher();
  private final Aftermath aftermath = new Aftermath();
  private final Map<Path, ErrorWatch> watches = new HashMap<>();
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  Recorder(Memory memory, Clock clock, Surroundings surroundings, Duration shown) {
    this.memory = memory;
    this.clock = clock;
    this.surroundings = surroundings;
    this.shown = shown;
  }

  /// Texts with these hashes were not written by the user.
  void wrote(List<String> sha256) {
    written.addAll(sha256);
  }

  /// Forgets the errors of the workspace at `root`: what becomes of them is not to be recorded.
  void leave(Path root) {
    watches.remove(root);
  }

  /// Takes the next report of a workspace. Throws [LogFailure] when an episode can not be written.
  void see(Sighting reported, Function<Snapshot, Optional<Report>> ready)
      throws InterruptedException {
    Path root = reported.report().root();
    var sighting = new Sighting(reported.report(), reported.nanos(), Surroundings.head(root));
    ErrorWatch watch = watches.computeIfAbsent(root, _ -> new ErrorWatch());
    List<ErrorWatch.Ended> ended = watch.next(sighting);
    memory.append(aftermath.next(sighting, root.toString(), clock.millis()));
    boolean many =
        ended.stream()
                .map(ErrorWatch.Ended::file)
                .filter(file -> !sighting.isOpen(file))
                .distinct()
                .count()
            > MANY_FILES;
    for (ErrorWatch.Ended one : ended) {
      Optional<Doubt> doubt = many ? Optional.of(Doubt.MANY_FILES) : doubt(one, root);
      if (doubt.isEmpty()) {
        doubt = record(one, root, ready);
      }
      doubt.ifPresent(why ->
          LOG.log(Level.DEBUG, "{0} teaches nothing: {1}", one.error().first().headline(), why));
    }
  }

  /// Takes a repair that somebody reports: `error` was there in the state of `broken` and is gone
  /// in that of `repaired`, whose texts of `file` differ. Throws [LogFailure] when the episode can
  /// not be written.
  Taught teach(Report broken, Report repaired, Path file, Diagnostic error)
      throws InterruptedException {
    Path root = broken.root();
    Optional<SourceText> before = broken.snapshot().read(file);
    Optional<SourceText> after = repaired.snapshot().read(file);
    if (before.isEmpty() || after.isEmpty()) {
      return new Taught.Nothing(Doubt.ELSEWHERE.sentence());
    }
    if (wroteIt(after.get())) {
      return new Taught.Nothing(Doubt.MACHINE.sentence());
    }
    if (surroundings.isGenerated(file, root)) {
      return new Taught.Nothing(Doubt.GENERATED.sentence());
    }
    List<Fix> fixes = Sighting.fixes(broken, error);
    return switch (lessons.of(
        new Repair(error, file, before.get(), after.get(), fixes, List.of(), List.of()))) {
      case Lessons.Nothing(Doubt why) -> new Taught.Nothing(why.sentence());
      case Lessons.Lesson lesson -> {
        Event.Learned event = learned(lesson, root, file);
        memory.append(List.of(event));
        yield new Taught.Remembered(event.hits());
      }
    };
  }

  private Event.Learned learned(Lessons.Lesson lesson, Path root, Path file)
      throws InterruptedException {
    Episode episode = lesson.episode(root, file, surroundings.toolchain(root), "");
    return teacher.learn(Learning.newId(), clock.millis(), episode, memory.of(root.toString()));
  }

  private Optional<Doubt> doubt(ErrorWatch.Ended ended, Path root) throws InterruptedException {
    Sighting came = ended.error().came();
    if (ended.gone().nanos() - came.nanos() < shown.toNanos()) {
      return Optional.of(Doubt.UNSEEN);
    }
    if (!came.head().equals(ended.gone().head())) {
      return Optional.of(Doubt.BRANCH);
    }
    Optional<SourceText> after = ended.gone().text(ended.file());
    if (after.isEmpty()) {
      return Optional.of(Doubt.DELETION);
    }
    if (wroteIt(after.get())) {
      return Optional.of(Doubt.MACHINE);
    }
    return GeneratedMark.isIn(after.get()) || surroundings.isGenerated(ended.file(), root)
        ? Optional.of(Doubt.GENERATED)
        : Optional.empty();
  }

  private boolean wroteIt(SourceText text) {
    return written.contains(text.sha256()) || memory.everywhere().wroteIt(text.sha256());
  }

  /// Writes the episode; says why not where there is none. What changed since the error came is
  /// looked at, and where that is too much, what changed since it was last there.
  private Optional<Doubt> record(
      ErrorWatch.Ended ended, Path root, Function<Snapshot, Optional<Report>> ready)
      throws InterruptedException {
    ErrorWatch.Known error = ended.error();
    Lessons.Result result = lesson(ended, error.first(), error.came(), ready);
    if (result instanceof Lessons.Nothing && error.seen().nanos() != error.came().nanos()) {
      result = lesson(ended, error.last(), error.seen(), ready);
    }
    return switch (result) {
      case Lessons.Nothing(Doubt why) -> Optional.of(why);
      case Lessons.Lesson lesson -> {
        Event.Learned event = learned(lesson, root, ended.file());
        memory.append(List.of(event));
        aftermath.remember(ended, event.episode());
        yield Optional.empty();
      }
    };
  }

  private Lessons.Result lesson(
      ErrorWatch.Ended ended,
      Diagnostic diagnostic,
      Sighting broken,
      Function<Snapshot, Optional<Report>> ready) {
    Optional<SourceText> before = broken.text(ended.file());
    Optional<SourceText> after = ended.gone().text(ended.file());
    if (before.isEmpty() || after.isEmpty()) {
      return new Lessons.Nothing(Doubt.ELSEWHERE);
    }
    Report report = ready.apply(broken.report().snapshot()).orElse(broken.report());
    return lessons.of(
        new Repair(
            diagnostic,
            ended.file(),
            before.get(),
            after.get(),
            Sighting.fixes(report, diagnostic),
            ended.good().getOrDefault(ended.file(), List.of()),
            others(ended, diagnostic, broken)));
  }

  /// The other files that rustc pointed into, as far as they have changed and nobody else wrote
  /// them.
  private List<Repair.Other> others(
      ErrorWatch.Ended ended, Diagnostic diagnostic, Sighting broken) {
    var others = new ArrayList<Repair.Other>();
    for (Path file : Sighting.files(diagnostic)) {
      Optional<SourceText> before = broken.text(file);
      Optional<SourceText> after = ended.gone().text(file);
      if (!file.equals(ended.file())
          && before.isPresent()
          && after.isPresent()
          && !before.equals(after)
          && !wroteIt(after.get())) {
        others.add(
            new Repair.Other(
                file, before.get(), after.get(), ended.good().getOrDefault(file, List.of())));
      }
    }
    return List.copyOf(others);
  }
}
