package dev.rustmend.cli;

import dev.rustmend.assist.Explainer;
import dev.rustmend.cargo.Confinement;
import dev.rustmend.cargo.Courteous;
import dev.rustmend.cargo.RustcExplain;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibrarySources;
import dev.rustmend.knowledge.MachineSources;
import dev.rustmend.learn.Learning;
import dev.rustmend.lsp.ServerSetup;
import dev.rustmend.model.ModelStore;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import dev.rustmend.rustcoder.RustCoder;
import dev.rustmend.service.Limits;
import dev.rustmend.service.Neighbor;
import dev.rustmend.service.RustmendService;
import dev.rustmend.service.ServiceSetup;
import dev.rustmend.settings.LoadedSettings;
import dev.rustmend.settings.Settings;
import dev.rustmend.settings.Settings.Priority;
import dev.rustmend.settings.SettingsFileException;
import dev.rustmend.settings.SettingsLayer;
import dev.rustmend.settings.SettingsReader;
import dev.rustmend.submission.Permission;
import dev.rustmend.verify.CacheFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The object graph, built by hand: who gets what.
final class Wiring {
  private final Terminal terminal;
  private final Optional<Interrupts> interrupts;
  private final SettingsReader reader;
  private final Models models = new Models(model -> modelMachine().open(model));
  private final Learning learning;
  private final Workshop workshop;
  private final TeamDoor team;

  Wiring(Terminal terminal) {
    this(terminal, Optional.empty());
  }

  /// The same in a process that `interrupts` ends.
  Wiring(Terminal terminal, Optional<Interrupts> interrupts) {
    this.interrupts = interrupts;
    this.terminal = terminal;
    this.reader = new SettingsReader(terminal.environment());
    this.learning = Learning.of(terminal.environment());
    this.workshop = new Workshop(terminal, models);
    this.team = new TeamDoor(terminal.environment());
    learning.listen(events -> team.count(settingsHere(), events));
  }

  /// Runs one command line. An editor's plain `rustmend lsp` goes past the parser of arguments,
  /// which would cost it a tenth of a second.
  Exit run(List<String> arguments) throws InterruptedException {
    Logging.silence();
    if (TrainingCommand.isOfEditor(arguments)) {
      return TrainingCommand.playEditor(terminal);
    }
    boolean editor =
        (arguments.isEmpty() && !terminal.isInteractive(Terminal.Channel.IN))
            || LspCommand.isPlain(arguments);
    return editor
        ? LspCommand.stdio(serverSetup(List.of()), terminal)
        : tree().run(arguments, terminal);
  }

  /// Every command there is, in the order of the help.
  CommandTree tree() {
    return new CommandTree(
        List.of(
            new CheckCommand(this),
            new FixCommand(this),
            new ExplainCommand(this),
            new AskCommand(this),
            new GenerateCommand(this),
            new DoctorCommand(this),
            new CacheCommand(this),
            new LspCommand(this),
            new McpCommand(this),
            new ServeCommand(this),
            new CommandGroup(
                "kb",
                "The knowledge base: searches, lists, shows, counts, begins and proves entries, and what"
                    + " was learned.",
                List.of(
                    new KbSearchCommand(this),
                    new KbShowCommand(this),
                    new KbListCommand(this),
                    new KbVerifyCommand(this),
                    new KbNewCommand(),
                    new KbExportCommand(this),
                    new KbImportCommand(this),
                    new KbForgetCommand(this),
                    new KbPublishCommand(this),
                    new KbRetractCommand(this),
                    new KbLearnCommand(this),
                    new KbStatsCommand(this),
                    new KbReindexCommand(this))),
            new CommandGroup(
                "model",
                "The language model: lists, adds, fetches, chooses and tries models.",
                List.of(
                    new ModelListCommand(this),
                    new ModelAddCommand(this),
                    new ModelPullCommand(this),
                    new ModelUseCommand(this),
                    new ModelTryCommand(this))),
            new CommandGroup(
                "bench",
                "The project's own benchmarks: a Markdown report with SVG plots and a JSON file.",
                List.of(
                    new BenchFixesCommand(this),
                    new BenchMutationsCommand(this),
                    new BenchLatencyCommand(this),
                    new BenchLargeCommand(this),
                    new BenchReportCommand(this),
                    new BenchRetrievalCommand(this),
                    new BenchTeamCommand(this),
                    new BenchLearningCommand(this),
                    new BenchEpisodesCommand(),
                    new BenchModelCommand(this))),
            new CompletionsCommand(this),
            new DemoCommand(),
            new ManualCommand(this),
            new TrainingCommand(),
            new ModelWorkerCommand()));
  }

  /// The process environment.
  Map<String, String> environment() {
    return terminal.environment();
  }

  /// Opens the Cargo workspace that `path`, a folder or a file, belongs to. Throws [CommandFailure]
  /// where there is none.
  OpenWorkspace open(Invocation invocation, Path path) throws InterruptedException {
    if (!Files.exists(path)) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "there is no folder %s; check the path".formatted(path));
    }
    List<SettingsLayer> flags = flags(invocation);
    Sessions sessions = sessions(root -> reader.read(Optional.of(root), flags).settings());
    return switch (opened(sessions, path)) {
      case Opened.Session(RepairSession session) ->
          new OpenWorkspace(sessions, session, settings(invocation, session.root()));
      case Opened.Refused refused -> {
        sessions.close();
        throw new CommandFailure(Exit.ENVIRONMENT, refused.sentence());
      }
    };
  }

  private static Opened opened(Sessions sessions, Path path) throws InterruptedException {
    try {
      return sessions.open(path);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          e.getMessage()
              + "; make the cache folder writable or name another one in RUSTMEND_CACHE_DIR (-v says more)",
          e);
    }
  }

  /// Sessions whose settings depend on the root of their workspace.
  Sessions sessions(Function<Path, Settings> settings) {
    return sessions(settings, _ -> Confinement.none());
  }

  /// Those of a server in an editor, which leaves the machine to the user's own programs.
  private Sessions editorSessions(Function<Path, Settings> settings) {
    var courteous = Courteous.of(terminal.environment());
    return sessions(
        settings,
        own -> own.courtesy().priority() == Priority.LOW ? courteous : Confinement.none());
  }

  private Sessions sessions(
      Function<Path, Settings> settings, Function<Settings, Confinement> confinement) {
    return Sessions.create(
        settings.apply(terminal.directory()),
        settings,
        terminal.environment(),
        models,
        root ->
            List.of(
                learning.fixes(root, () -> settings.apply(root).learning()),
                (diagnostic, snapshot) ->
                    team.candidates(settings.apply(root), diagnostic, snapshot)),
        confinement);
  }

  /// The team's knowledge base, which opens nothing before it is asked.
  TeamDoor team() {
    return team;
  }

  private Settings settingsHere() {
    return reader.read(Optional.of(terminal.directory()), List.of()).settings();
  }

  /// What was learned on this machine; nothing is read before somebody asks.
  Learning learning() {
    return learning;
  }

  /// What the language server gets; `flags` lie over everything that files and editor say.
  ServerSetup serverSetup(List<SettingsLayer> flags) {
    var explainer = new Explainer(new RustcExplain(terminal.directory()));
    return new ServerSetup(
        this::editorSessions,
        reader,
        flags,
        explainer,
        library(() -> reader.read(Optional.of(terminal.directory()), flags).settings()),
        learning,
        models,
        workshop::generator,
        CacheFolder.locate(terminal.environment()),
        Version.current(),
        () -> team.trouble(reader.read(Optional.of(terminal.directory()), flags).settings()));
  }

  /// What `mcp` and `serve` offer to programs; `neighbor` is asked first.
  RustmendService service(Invocation invocation, Limits limits, Neighbor neighbor) {
    List<SettingsLayer> flags = flags(invocation);
    Function<Path, Settings> settings = root -> reader.read(Optional.of(root), flags).settings();
    return new RustmendService(
        new ServiceSetup(
            () -> sessions(settings, _ -> Courteous.of(terminal.environment())),
            settings,
            terminal.directory(),
            terminal.environment(),
            library(invocation),
            learning,
            models,
            Optional.of(
                new SubmittedSources(
                    workshop.submissions(
                        settings.apply(terminal.directory()),
                        dev.rustmend.sandbox.Limits.defaults(),
                        Permission.CONFINED_CODE))),
            Optional.of(
                new TemplateProjects(workshop.generator(settings.apply(terminal.directory())))),
            () -> KbExportCommand.proof(this, invocation),
            neighbor,
            limits));
  }

  /// The interface of Rust Coder over what `service` has.
  RustCoder rustCoder(Invocation invocation, RustmendService service) {
    return RustCoderOptions.make(invocation, settings(invocation), workshop, service);
  }

  /// When the process is asked to end, the command has so much time, and the end is no failure.
  void allowLastAnswers(Duration patience) {
    interrupts.ifPresent(it -> it.allow(patience, Exit.CLEAN));
  }

  /// The library of the user, with the settings and the toolchain of the current folder.
  Library library(Invocation invocation) {
    Path here = terminal.directory();
    return library(() -> settings(invocation, here));
  }

  /// The library of the user, with these settings and the toolchain of the current folder.
  Library library(Settings settings) {
    return library(() -> settings);
  }

  /// The language models of this process; none is opened yet.
  Models models() {
    return models;
  }

  /// Where sources that are on nobody's disk are compiled.
  Workshop workshop() {
    return workshop;
  }

  /// The models on this machine.
  ModelStore modelStore() {
    return new ModelStore(ModelStore.locate(terminal.environment()));
  }

  /// How models are run on this machine.
  ModelMachine modelMachine() {
    return ModelMachine.of(terminal.directory(), terminal.environment());
  }

  /// The settings of the current folder; what is to be said about them goes to stderr.
  Settings settings(Invocation invocation) {
    return settings(invocation, terminal.directory());
  }

  /// The user's own settings file, which need not exist.
  Optional<Path> userSettingsFile() {
    return reader.userFile();
  }

  private Library library(Supplier<Settings> settings) {
    return new Library(
        new MachineSources(
                CacheFolder.locate(terminal.environment()),
                Version.build(),
                terminal.directory(),
                terminal.environment(),
                new ShippedBase(),
                settings,
                new LibrarySources.Learned(
                    learning::state, () -> Learned.with(this, Learning::passages)),
                () -> team.companion(settings.get()))
            .sources());
  }

  /// The settings of the workspace at `root`; what is to be said about them goes to stderr. Throws
  /// [CommandFailure] for a file that can not be read.
  Settings settings(Invocation invocation, Path root) {
    LoadedSettings loaded = loadSettings(invocation, root);
    loaded.warnings().forEach(warning -> invocation.tell("rustmend: " + warning));
    if (!loaded.errors().isEmpty()) {
      throw new CommandFailure(Exit.ENVIRONMENT, loaded.errors().getFirst());
    }
    return loaded.settings();
  }

  /// The settings of the workspace at `root` with what is to be said about them.
  LoadedSettings loadSettings(Invocation invocation, Path root) {
    return reader.read(Optional.of(root), flags(invocation));
  }

  /// The layers that the command line adds.
  static List<SettingsLayer> flags(Invocation invocation) {
    var layers = new ArrayList<SettingsLayer>();
    invocation
        .<Path>value(Options.CONFIG)
        .ifPresent(file -> layers.add(file(invocation.path(file.toString()))));
    if (invocation.has(Options.ALL_TARGETS)) {
      layers.add(SettingsLayer.of(Options.ALL_TARGETS, Map.of("check.allTargets", true)));
    }
    return layers;
  }

  private static SettingsLayer file(Path file) {
    try {
      return SettingsReader.file(file);
    } catch (SettingsFileException e) {
      throw new CommandFailure(Exit.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
