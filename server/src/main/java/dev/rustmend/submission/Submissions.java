package dev.rustmend.submission;

import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CompileTimeCode;
import dev.rustmend.cargo.Tools;
import dev.rustmend.cargo.WorkspaceSearch;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixListener;
import dev.rustmend.repair.FixLoop;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Sessions;
import dev.rustmend.sandbox.Limits;
import dev.rustmend.sandbox.Sandbox;
import dev.rustmend.sandbox.ThrowAway;
import dev.rustmend.settings.Settings;
import dev.rustmend.submission.RefusedException.Kind;
import dev.rustmend.workspace.AtomicFile;
import dev.rustmend.workspace.Snapshot;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Judges and repairs submissions. `cache` is the user's cache folder, `environment` that of this
/// process, `settings` say how cargo is run, and `models` has the model that they name. Safe to use
/// from any thread; how many run at once is for the caller to say.
public record Submissions(
    Path cache,
    Map<String, String> environment,
    Supplier<Sandbox> sandbox,
    Limits limits,
    Permission permission,
    Settings settings,
    Models models) {
  private static final String CHECKED = "cargo check --offline --workspace";
  private static final String NEW_EDITION = "2024";
  private static final String OLD_EDITION = "2021";

  /// Does what the submission wants; `listener` hears of each fix as it is tried. Blocks; an
  /// interrupt ends it with all that it started. Throws [RefusedException] for what is not taken,
  /// and when a limit ended it.
  public SubmissionResult run(Submission submission, FixListener listener)
      throws InterruptedException {
    return WithinTime.call(
        limits.time(),
        () -> {
          try (var place = ThrowAway.make(cache, environment, sandbox.get(), limits)) {
            return run(submission, listener, place);
          } catch (UncheckedIOException e) {
            throw new RefusedException(Kind.ENVIRONMENT, e.getMessage() + ".", e);
          }
        });
  }

  /// Runs the program of the sources, which compile, and returns what it writes; empty when it
  /// fails or takes longer than `patience`. It is for callers whose operator allows that, and only
  /// where there is a sandbox.
  public Optional<String> output(Sources sources, Duration patience) throws InterruptedException {
    Sandbox here = sandbox.get();
    if (!here.isThere()) {
      return Optional.empty();
    }
    try (var place = ThrowAway.make(cache, environment, here, limits)) {
      write(sources, place.project(), place);
      var run = List.of(place.tools().path("cargo"), "run", "--quiet", "--offline");
      Tools.Run ended = place.tools().run(place.project(), run, Map.of(), patience);
      return ended.succeeded() ? Optional.of(ended.output()) : Optional.empty();
    }
  }

  private SubmissionResult run(Submission submission, FixListener listener, ThrowAway place)
      throws InterruptedException {
    Path root = place.project();
    write(submission.sources(), root, place);
    expectCompilable(root, place);
    Settings own = own();
    try (Sessions sessions =
        Sessions.confined(own, place.environment(), place.confinement(), cache, models)) {
      return switch (sessions.open(root)) {
        case Opened.Refused refused -> throw failed(refused.sentence(), place);
        case Opened.Session(RepairSession session) -> {
          FixOutcome outcome = outcome(submission, session, listener);
          outcome
              .failure()
              .ifPresent(failure -> {
                throw failed(told(failure, root), place);
              });
          place
              .breach()
              .ifPresent(broken -> {
                throw new RefusedException(Kind.LIMIT, broken);
              });
          yield result(submission, outcome, place);
        }
      };
    }
  }

  /// The user's settings without what would lead out of the folder: another target folder, and what
  /// is added to cargo's command line and environment for the user's own projects.
  private Settings own() {
    Settings.Check check = settings.check();
    return settings.with(
        new Settings.Check(
            check.command(),
            false,
            List.of(),
            false,
            check.allTargets(),
            List.of(),
            Map.of(),
            Optional.empty(),
            (int) Math.min(check.timeLimitSeconds(), limits.time().toSeconds())));
  }

  private static FixOutcome outcome(
      Submission submission, RepairSession session, FixListener listener)
      throws InterruptedException {
    Snapshot snapshot = Snapshot.ofDisk();
    if (submission.aim() == Submission.Aim.FIX) {
      return new FixLoop(session).run(snapshot, submission.fixes(), FixChooser.best(), listener);
    }
    Report report = session.run(snapshot, _ -> {});
    return new FixOutcome(
        report,
        report,
        new TreeMap<>(),
        List.of(),
        List.of(),
        List.of(),
        0,
        report.compiles(),
        report.failure());
  }

  private SubmissionResult result(Submission submission, FixOutcome outcome, ThrowAway place) {
    Path root = place.project();
    SortedMap<String, String> files = new TreeMap<>(submission.sources().files());
    outcome
        .changes()
        .forEach((file, change) -> files.put(name(root, file), change.after().string()));
    var notes = new ArrayList<>(submission.sources().notes());
    if (!place.sandbox().isThere()) {
      notes.add("There is no sandbox here: %s.".formatted(place.sandbox().why()));
    }
    return new SubmissionResult(
        outcome,
        root,
        files,
        FileEdits.of(root, outcome.changes()),
        settings.check().command() == Settings.Command.CLIPPY
            ? CHECKED.replace("check", "clippy")
            : CHECKED,
        place.sandbox().kind(),
        notes);
  }

  private static void write(Sources sources, Path root, ThrowAway place)
      throws InterruptedException {
    try {
      for (var file : sources.files().entrySet()) {
        Path path = root.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        AtomicFile.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
      }
      if (!sources.files().containsKey(Sources.MANIFEST)) {
        String manifest = sources.missingManifest(edition(root, place));
        AtomicFile.write(root.resolve(Sources.MANIFEST), manifest.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not write the sources in " + root, e);
    }
  }

  /// The newest edition that the toolchain knows.
  private static String edition(Path root, ThrowAway place) throws InterruptedException {
    var tools = place.tools();
    var help = List.of(tools.path("rustc"), "--help");
    String output = tools.run(root, help, Map.of(), Duration.ofSeconds(20)).output();
    return output.contains(NEW_EDITION) ? NEW_EDITION : OLD_EDITION;
  }

  /// Refuses a workspace that has packages elsewhere on the disk, and code that would run
  /// unconfined while it is compiled.
  private void expectCompilable(Path root, ThrowAway place) throws InterruptedException {
    var metadata = new CargoMetadata(place.environment(), place.confinement());
    switch (metadata.load(root, CheckOptions.defaults())) {
      case WorkspaceSearch.NotFound(CargoFailure failure) ->
          throw failed(told(failure, root), place);
      case WorkspaceSearch.Found(CargoWorkspace workspace) -> {
        boolean inside =
            workspace.root().equals(root)
                && workspace.packageRoots().stream().allMatch(folder -> folder.startsWith(root));
        if (!inside) {
          throw new RefusedException(
              Kind.INVALID,
              "A manifest names a package outside of what was sent; send that package too.");
        }
        var code = CompileTimeCode.of(workspace);
        boolean runs = !code.packages().isEmpty() || !code.scripts().isEmpty();
        if (runs && !place.sandbox().isThere() && permission == Permission.CONFINED_CODE) {
          throw new RefusedException(
              Kind.UNCONFINED,
              "The sources have a build script or a procedural macro, and there is no sandbox here"
                  + " to run it in: %s.".formatted(place.sandbox().why()));
        }
      }
    }
  }

  private static RefusedException failed(String sentence, ThrowAway place) {
    return place
        .breach()
        .map(broken -> new RefusedException(Kind.LIMIT, broken))
        .orElseGet(() -> new RefusedException(Kind.INVALID, sentence));
  }

  /// What cargo said, without the folder that will be gone.
  private static String told(CargoFailure failure, Path root) {
    String detail = failure.detail().strip();
    String all = failure.sentence() + (detail.isEmpty() ? "" : "\n" + detail);
    return all.replace(root + File.separator, "").replace(root.toString(), ".");
  }

  static String name(Path root, Path file) {
    return file.startsWith(root)
        ? root.relativize(file).toString().replace(File.separatorChar, '/')
        : file.toString();
  }
}
