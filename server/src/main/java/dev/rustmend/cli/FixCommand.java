package dev.rustmend.cli;

import dev.rustmend.learn.LogFailure;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixLoop;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.service.ChangeWriter;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.settings.Settings;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `rustmend fix`: applies verified fixes until cargo is clean or no verified fix is left.
final class FixCommand implements Command {
  static final String DRY_RUN = "--dry-run";
  private static final String INTERACTIVE = "--interactive";
  private static final String MAX_ROUNDS = "--max-rounds";
  private static final String NO_MODEL = "--no-model";
  private static final String ONLY = "--only";
  private static final String FILE = "--file";
  private static final String ALLOW_DIRTY = "--allow-dirty";

  private static final Logger LOG = System.getLogger(FixCommand.class.getName());

  private final Wiring wiring;

  FixCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "fix",
            "Applies verified fixes until cargo is clean or no verified fix is left, and prints"
                + " what it changed and what remains.");
    spec.addPositional(
        Options.optional("DIR", "A folder in the workspace; the current one unless given."));
    spec.addOption(Options.flag(DRY_RUN, "Show what would change; write nothing.").build());
    spec.addOption(Options.flag(INTERACTIVE, "Ask before each fix.").build());
    spec.addOption(
        OptionSpec.builder(MAX_ROUNDS)
            .type(Integer.class)
            .paramLabel("N")
            .description("How many times to fix and check again (20).")
            .build());
    spec.addOption(Options.flag(NO_MODEL, "Ask no language model.").build());
    spec.addOption(
        Options.text(ONLY, "E0382,…", "Only errors and lints with these codes.").build());
    spec.addOption(Options.text(FILE, "F", "Only problems in this file.").build());
    spec.addOption(
        Options.flag(ALLOW_DIRTY, "Work even when git has uncommitted changes.").build());
    Options.addAllTargets(spec);
    Options.addJson(spec);
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Optional<Path> file = file(invocation);
    FixRequest request = request(invocation, file);
    Path directory =
        invocation
            .parameter(0)
            .map(invocation::path)
            .or(() -> file)
            .orElseGet(() -> invocation.path(""));
    boolean dryRun = invocation.has(DRY_RUN);
    try (OpenWorkspace workspace = wiring.open(invocation, directory)) {
      if (!dryRun && !invocation.has(ALLOW_DIRTY)) {
        expectCleanTree(workspace.session().root());
      }
      var presenter = FixPresenter.of(invocation, workspace);
      FixOutcome outcome = run(invocation, workspace, request, presenter);
      if (dryRun && !outcome.changes().isEmpty()) {
        invocation.tell("rustmend: nothing was written, since this was a dry run");
      }
      return exit(outcome, dryRun);
    }
  }

  /// What writes the changes; nothing where this is a dry run.
  private SettledFixes.Writer writer(Invocation invocation, OpenWorkspace workspace) {
    if (invocation.has(DRY_RUN)) {
      return _ -> {};
    }
    return changes -> {
      tellLearning(changes.values(), workspace.settings().learning());
      writeFiles(changes);
    };
  }

  /// A server that watches the workspace must not take these repairs for the user's.
  private void tellLearning(Collection<FixOutcome.Change> changes, Settings.Learning mode) {
    try {
      wiring.learning().wrote(changes.stream().map(FixOutcome.Change::after).toList(), mode);
    } catch (LogFailure e) {
      LOG.log(Level.WARNING, e.sentence());
    }
  }

  /// Runs the loop, writes what it comes to and shows it. Who interrupts it while a model is asked
  /// keeps what there was before, and is told so.
  private FixOutcome run(
      Invocation invocation, OpenWorkspace workspace, FixRequest request, FixPresenter presenter)
      throws InterruptedException {
    var fixes = new SettledFixes(writer(invocation, workspace));
    long began = System.nanoTime();
    try {
      FixOutcome outcome = loop(invocation, workspace, request, presenter, fixes);
      fixes.finish(outcome);
      presenter.show(outcome, fixes.written(), Duration.ofNanos(System.nanoTime() - began));
      return outcome;
    } catch (InterruptedException e) {
      fixes.written().ifPresent(presenter::interrupted);
      throw e;
    }
  }

  private static void writeFiles(SortedMap<Path, FixOutcome.Change> changes)
      throws InterruptedException {
    try {
      ChangeWriter.write(changes);
    } catch (ServiceFailure e) {
      Exit exit = e.kind() == ServiceFailure.Kind.CHANGED ? Exit.REMAIN : Exit.ENVIRONMENT;
      throw new CommandFailure(exit, e.sentence(), e);
    }
  }

  private static FixOutcome loop(
      Invocation invocation,
      OpenWorkspace workspace,
      FixRequest request,
      FixPresenter presenter,
      SettledFixes fixes)
      throws InterruptedException {
    var loop = new FixLoop(workspace.session());
    Snapshot snapshot = Snapshot.ofDisk();
    if (invocation.has(INTERACTIVE)) {
      FixChooser ask = presenter.chooser(snapshot);
      return loop.run(snapshot, request, ask, fixes.before(presenter));
    }
    try (ProgressLine line =
        ProgressLine.start(
            invocation.terminal(),
            invocation.paint(Terminal.Channel.ERR),
            "Fixing",
            String.valueOf(workspace.session().root().getFileName()))) {
      return loop.run(snapshot, request, FixChooser.best(), fixes.before(presenter.with(line)));
    }
  }

  private static Exit exit(FixOutcome outcome, boolean dryRun) {
    if (outcome.failure().isPresent()) {
      throw new CommandFailure(Exit.ENVIRONMENT, outcome.failureSentence().orElseThrow());
    }
    long left = dryRun ? outcome.before().errors() : outcome.after().errors();
    return left == 0 ? Exit.CLEAN : Exit.REMAIN;
  }

  private static Optional<Path> file(Invocation invocation) {
    Optional<Path> file = invocation.<String>value(FILE).map(invocation::path);
    file.filter(path -> !Files.isRegularFile(path))
        .ifPresent(path -> {
          throw new CommandFailure(
              Exit.ENVIRONMENT, "there is no file %s; check the path".formatted(path));
        });
    return file;
  }

  private static FixRequest request(Invocation invocation, Optional<Path> file) {
    int rounds = invocation.<Integer>value(MAX_ROUNDS).orElse(FixRequest.everything().maxRounds());
    if (rounds < 1) {
      throw new CommandFailure(Exit.USAGE, MAX_ROUNDS + " must be at least 1");
    }
    if (invocation.has(INTERACTIVE) && invocation.format() != Invocation.Format.TEXT) {
      throw new CommandFailure(
          Exit.USAGE, "--interactive asks on the terminal and can not be used with --json");
    }
    Set<String> only = codes(invocation.<String>value(ONLY).orElse(""));
    return new FixRequest(
        rounds, only, file, invocation.has(NO_MODEL) ? ModelUse.NOT_ASKED : ModelUse.ASKED_LAST);
  }

  /// The codes of a list such as `E0382,e0499,unused_mut`.
  static Set<String> codes(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .map(code -> code.matches("e\\d{4}") ? code.toUpperCase(Locale.ROOT) : code)
        .collect(Collectors.toSet());
  }

  private static void expectCleanTree(Path root) throws InterruptedException {
    List<String> dirty = new GitTree(root).dirtyFiles();
    if (dirty.isEmpty()) {
      return;
    }
    String files =
        dirty.stream().limit(10).map(file -> "\n  " + file).collect(Collectors.joining());
    String more = dirty.size() > 10 ? "\n  and %d more".formatted(dirty.size() - 10) : "";
    throw new CommandFailure(
        Exit.ENVIRONMENT,
        "%s has changes that git does not have yet; commit them, or pass --allow-dirty to mix them with fixes:%s%s"
            .formatted(root, files, more));
  }
}
