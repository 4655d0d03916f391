package dev.rustmend.learn;

import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.Tools;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.repair.PlainCheck;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Learns from a git history: checks its commits, newest first, in a folder of the cache and the
/// shadow of that; where an error of one commit is gone in the next one, and its crate is sound
/// there, what changed is looked at like a repair that was made in the editor. Used by one thread.
public final class GitHistory {
  private static final int EARLIER = 6;
  private static final int ID = 24;

  private final Tools tools;
  private final Path cache;
  private final Learning learning;
  private final Clock clock;
  private final PlainCheck compiler;
  private final Lessons lessons = new Lessons();
  private final Teacher teacher = new Teacher();

  /// Hears how far the work is.
  public interface Listener {
    /// `done` of `total` commits were looked at.
    void progress(String what, int done, int total);
  }

  public GitHistory(Tools tools, Path cache, Learning learning, Clock clock, PlainCheck compiler) {
    this.tools = tools;
    this.cache = cache;
    this.learning = learning;
    this.clock = clock;
    this.compiler = compiler;
  }

  /// Learns what `request` asks for; an interrupt ends it, and what was recorded stays. Throws
  /// [GitFailure] where there is no history to read, [LogFailure] when nothing can be recorded,
  /// [UncheckedIOException] when the cache can not be used.
  public HistoryOutcome learn(HistoryRequest request, Listener listener)
      throws InterruptedException {
    Path folder = real(request.folder());
    GitRepository repository = GitRepository.of(tools, folder);
    Path top = real(repository.top());
    String toolchain = new Surroundings(tools).toolchain(folder);
    List<Commit> commits = repository.commits(request.since(), request.maxCommits() + 1);
    try (var place = HistoryFolder.claim(cache, top, top.relativize(folder) + "\n" + toolchain)) {
      if (request.freshness() == HistoryRequest.Freshness.BEGINS_AGAIN) {
        delete(place.notes());
      }
      var walk =
          new Walk(
              repository,
              place,
              top.relativize(folder),
              top,
              toolchain,
              clock.millis() + request.patience().toMillis());
      return walk.over(commits, listener);
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("there is no folder " + folder + "; check the path", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be deleted", e);
    }
  }

  /// A commit that was checked, with the texts of the files that rustc named.
  private record Checked(
      Commit commit, Path root, List<Diagnostic> errors, Map<Path, SourceText> texts) {

    /// A commit of the same folder without any error.
    Checked cleanAt(Commit other) {
      return new Checked(other, root, List.of(), Map.of());
    }

    DiagnosticKey key(Diagnostic error) {
      return DiagnosticKey.of(error, path -> Optional.ofNullable(texts.get(path)));
    }
  }

  /// One run over a history.
  private final class Walk {
    private final GitRepository repository;
    private final HistoryFolder place;
    private final Path prefix;
    private final Path top;
    private final String toolchain;
    private final long deadline;
    private final HistoryNotes notes;
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Map<String, Checked> checked = new LinkedHashMap<>();
    private int checks;
    private int unusable;
    private int red;
    private int episodes;
    private int recipes;
    private int silent;
    private boolean timeIsUp;

    Walk(
        GitRepository repository,
        HistoryFolder place,
        Path prefix,
        Path top,
        String toolchain,
        long deadline) {
      this.repository = repository;
      this.place = place;
      this.prefix = prefix;
      this.top = top;
      this.toolchain = toolchain;
      this.deadline = deadline;
      this.notes = new HistoryNotes(place.notes());
    }

    HistoryOutcome over(List<Commit> commits, Listener listener) throws InterruptedException {
      int pairs = Math.max(0, commits.size() - 1);
      int looked = 0;
      for (; looked < pairs && !timeIsUp; looked++) {
        Commit child = commits.get(looked);
        listener.progress("%d checked, %d learned".formatted(checks, episodes), looked, pairs);
        if (!notes.isDone(child)) {
          look(commits.get(looked + 1), child);
        }
        if (clock.millis() >= deadline && looked + 1 < pairs) {
          timeIsUp = true;
        }
      }
      return new HistoryOutcome(
          pairs, looked, checks, unusable, red, episodes, recipes, silent, leftOut, timeIsUp);
    }

    /// Learns from what `child` made of `parent`.
    private void look(Commit parent, Commit child) throws InterruptedException {
      HistoryNotes.State before = state(parent);
      HistoryNotes.State after =
          before == HistoryNotes.State.ERRORS ? state(child) : HistoryNotes.State.UNUSABLE;
      Optional<Checked> then =
          after == HistoryNotes.State.UNUSABLE ? Optional.empty() : checked(parent);
      Optional<Checked> now =
          after == HistoryNotes.State.ERRORS ? checked(child) : then.map(it -> it.cleanAt(child));
      if (then.isPresent() && now.isPresent()) {
        Checked broken = then.get();
        Checked sound = now.get();
        List<Diagnostic> ended = ended(broken, sound);
        if (!ended.isEmpty()) {
          red++;
          if (child.isMerge()) {
            leaveOut(Doubt.BRANCH);
          } else {
            record(broken, child, ended);
          }
        }
      }
      notes.done(child);
    }

    /// The errors that are gone while their crate, and what might hide them, is sound.
    private List<Diagnostic> ended(Checked broken, Checked sound) {
      var left = sound.errors().stream().map(sound::key).toList();
      var before = broken.errors().stream().map(broken::key).toList();
      return broken.errors().stream()
          .filter(error -> !left.contains(broken.key(error)))
          .filter(error ->
              sound.errors().stream()
                  .filter(other ->
                      other.crate().equals(error.crate()) || !before.contains(sound.key(other)))
                  .noneMatch(
                      other -> other.crate().equals(error.crate()) || Hiding.mayHide(other, error)))
          .toList();
    }

    private HistoryNotes.State state(Commit commit) throws InterruptedException {
      Optional<HistoryNotes.State> known = notes.state(commit);
      if (known.isPresent()) {
        return known.get();
      }
      Optional<Checked> result = checked(commit);
      HistoryNotes.State state =
          result.isEmpty()
              ? HistoryNotes.State.UNUSABLE
              : result.get().errors().isEmpty()
                  ? HistoryNotes.State.CLEAN
                  : HistoryNotes.State.ERRORS;
      unusable += result.isEmpty() ? 1 : 0;
      notes.put(commit, state);
      return state;
    }

    /// What the compiler says of a commit; empty when cargo can not say.
    private Optional<Checked> checked(Commit commit) throws InterruptedException {
      if (checked.containsKey(commit.id())) {
        return Optional.ofNullable(checked.get(commit.id()));
      }
      repository.show(commit, place.tree(), place.index());
      checks++;
      PlainCheck.Result result = compiler.check(place.tree().resolve(prefix));
      if (result.outcome() instanceof CheckOutcome.Failed(CargoFailure failure)
          && failure.kind() == CargoFailure.Kind.NO_CARGO) {
        throw new GitFailure(failure.sentence());
      }
      if (!(result.outcome() instanceof CheckOutcome.Checked outcome)) {
        return Optional.empty();
      }
      List<Diagnostic> errors =
          outcome.errors().stream().filter(error -> Lessons.file(error).isPresent()).toList();
      Snapshot disk = Snapshot.ofDisk();
      var texts = new HashMap<Path, SourceText>();
      errors.stream()
          .flatMap(error -> Sighting.files(error).stream())
          .forEach(file -> disk.read(file).ifPresent(text -> texts.put(file, text)));
      var made = new Checked(commit, result.root(), errors, texts);
      if (checked.size() > 2) {
        checked.remove(checked.keySet().iterator().next());
      }
      checked.put(commit.id(), made);
      return Optional.of(made);
    }

    private void record(Checked broken, Commit child, List<Diagnostic> ended)
        throws InterruptedException {
      repository.show(child, place.tree(), place.index());
      Snapshot after = Snapshot.ofDisk();
      for (Diagnostic error : ended) {
        Path file = Lessons.file(error).orElseThrow();
        switch (lesson(error, file, broken, after)) {
          case Lessons.Nothing(Doubt why) -> leaveOut(why);
          case Lessons.Lesson lesson -> learn(lesson, error, file, broken, child);
        }
      }
    }

    private Lessons.Result lesson(Diagnostic error, Path file, Checked broken, Snapshot after)
        throws InterruptedException {
      Optional<SourceText> before = Optional.ofNullable(broken.texts().get(file));
      Optional<SourceText> now = after.read(file);
      if (before.isEmpty() || now.isEmpty()) {
        return new Lessons.Nothing(now.isEmpty() ? Doubt.DELETION : Doubt.ELSEWHERE);
      }
      if (GeneratedMark.isIn(now.get())) {
        return new Lessons.Nothing(Doubt.GENERATED);
      }
      var others = new ArrayList<Repair.Other>();
      for (var other : broken.texts().entrySet()) {
        Optional<SourceText> text = after.read(other.getKey());
        if (!other.getKey().equals(file)
            && Sighting.files(error).contains(other.getKey())
            && text.filter(it -> !it.equals(other.getValue())).isPresent()) {
          others.add(
              new Repair.Other(
                  other.getKey(),
                  other.getValue(),
                  text.get(),
                  earlier(broken.commit(), other.getKey())));
        }
      }
      return lessons.of(
          new Repair(
              error,
              file,
              before.get(),
              now.get(),
              List.of(),
              earlier(broken.commit(), file),
              others));
    }

    private List<SourceText> earlier(Commit commit, Path file) throws InterruptedException {
      String name = place.tree().relativize(file).toString().replace('\\', '/');
      return repository.earlier(commit, name, EARLIER);
    }

    private void learn(
        Lessons.Lesson lesson, Diagnostic error, Path file, Checked broken, Commit child) {
      Path below = place.tree().relativize(broken.root());
      Episode made = lesson.episode(broken.root(), file, toolchain, child.id());
      Episode episode = made.of(top.resolve(below).normalize());
      String which =
          String.join(
              "\n",
              child.id(),
              episode.file(),
              error.headline(),
              error.primary().map(span -> span.range().toString()).orElse(""));
      String id = "git-" + SourceText.of(which).sha256().substring(0, ID);
      Optional<Event.Learned> event = learning.fromHistory(id, child.at(), episode, teacher);
      if (event.isPresent()) {
        episodes++;
        recipes += event.get().recipes().size();
        silent += event.get().hits().isEmpty() ? 1 : 0;
      }
    }

    private void leaveOut(Doubt why) {
      leftOut.merge(why.words(), 1, Integer::sum);
    }
  }
}
