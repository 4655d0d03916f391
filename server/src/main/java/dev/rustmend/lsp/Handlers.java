package dev.rustmend.lsp;

import dev.rustmend.learn.Learning;
import dev.rustmend.lsp.CheckScheduler.Delays;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Sessions;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// The handlers of one connection, wired by hand. Nothing here runs a process or reads a file
/// before `initialize` is answered.
record Handlers(
    ClientProfile profile,
    RustmendClient client,
    Sessions sessions,
    Roots roots,
    Configuration configuration,
    CheckScheduler scheduler,
    CheckMonitor monitor,
    ProgressBoard board,
    Runs runs,
    DocumentSyncHandler documents,
    CodeActionHandler codeActions,
    CodeActionResolveHandler resolve,
    HoverHandler hover,
    ExecuteCommandHandler commands,
    ConfigurationHandler settings,
    WatchedFilesHandler files,
    DiskWatch watch,
    ModelWriter writer) {
  private static final Duration PATIENCE = Duration.ofMillis(1200);

  static Handlers wire(ServerSetup setup, RustmendClient client, InitializeParams params) {
    ClientProfile profile = ClientProfile.of(params);
    var open = new OpenDocuments();
    var toLsp = new ToLsp(profile, open);
    Configuration configuration = configuration(setup, client);
    Sessions sessions = setup.sessions().apply(configuration::of);
    var roots = new Roots();
    var board = new ProgressBoard(client, profile, System::nanoTime);
    var status = new StatusReporter(client, profile);
    var publisher = new DiagnosticsPublisher(client, open, configuration, toLsp);
    var monitor = new CheckMonitor(board, status, publisher, setup.explainer());
    listen(sessions, monitor, setup.learning(), configuration);
    var scheduler = new CheckScheduler(sessions, open, configuration, roots, monitor, Delays.USUAL);
    var files = new WatchedFilesHandler(open, configuration, scheduler, profile);
    DiskWatch watch = watch(profile, files, scheduler);
    var runs = new Runs();
    var here = new LearnedHere(setup.learning(), configuration);
    var sender = new EditSender(client, profile, open, toLsp);
    var model = new ModelFix(sessions, open, profile, runs, board, sender, client);
    var fix = new FixCommand(sessions, open, roots, runs, board, sender, client, model, here);
    var viewer = new PageViewer(client, profile, setup.cache());
    var writer = new ModelWriter(configuration, setup.models().hold());
    var written = new WrittenPages(writer, runs, board, client, viewer, new HashMap<>());
    var explain =
        new ExplainCommand(
            sessions, open, runs, client, profile, setup.explainer(), viewer, written, here);
    return new Handlers(
        profile,
        client,
        sessions,
        roots,
        configuration,
        scheduler,
        monitor,
        board,
        runs,
        new DocumentSyncHandler(open, configuration, scheduler, profile),
        new CodeActionHandler(sessions, open, configuration, profile, toLsp, publisher, writer),
        new CodeActionResolveHandler(sessions, open, toLsp),
        new HoverHandler(sessions, open, configuration, profile, toLsp, setup.explainer()),
        new ExecuteCommandHandler(
            sessions,
            open,
            roots,
            runs,
            scheduler,
            monitor,
            board,
            fix,
            explain,
            new AskCommand(setup.library(), runs, board, client, viewer, written),
            GenerateCommand.of(setup, configuration, roots, runs, board, client, profile),
            new LearnedCommand(setup.learning(), sessions, open, runs, scheduler, client),
            setup.version(),
            setup.team()),
        new ConfigurationHandler(client, profile, configuration, scheduler),
        files,
        watch,
        writer);
  }

  private static DiskWatch watch(
      ClientProfile profile, WatchedFilesHandler files, CheckScheduler scheduler) {
    var watch = new DiskWatch(profile, files::changed);
    scheduler.beforeCheck(watch::follow);
    return watch;
  }

  private static Configuration configuration(ServerSetup setup, RustmendClient client) {
    return new Configuration(
        setup.reader(), setup.flags(), warning -> client.showMessage(Messages.warning(warning)));
  }

  /// Takes the folders and settings that came with `initialize`.
  void begin(InitializeParams params) {
    roots.change(folders(params), List.of());
    FromLsp.object(params.getInitializationOptions()).ifPresent(configuration::initial);
  }

  /// The client is ready for questions.
  void initialized() {
    var registrations = Stream.concat(settings.registrations(), files.registrations()).toList();
    if (!registrations.isEmpty()) {
      var _ = client.registerCapability(new RegistrationParams(registrations));
    }
    settings.pull();
    scheduler.openedFolders(roots.folders());
  }

  void changeFolders(DidChangeWorkspaceFoldersParams params) {
    var event = FromLsp.require(params.getEvent(), "event");
    List<Path> added = folders(event.getAdded());
    roots.change(added, folders(event.getRemoved()));
    scheduler.openedFolders(added);
  }

  /// The user cancelled a progress; a numeric token is a client's own.
  void cancel(Either<String, Integer> token) {
    if (token != null && token.isLeft()) {
      board.cancel(token.getLeft());
    }
  }

  /// Ends everything that is under way, with its processes, within the two seconds that clients
  /// wait after `shutdown`.
  void close() throws InterruptedException {
    watch.close();
    scheduler.close();
    runs.cancelAll();
    Thread closing = Thread.ofVirtual().name("rustmend-close").start(sessions::close);
    Thread giving = Thread.ofVirtual().name("rustmend-close-model").start(writer::close);
    var _ = closing.join(PATIENCE);
    var _ = giving.join(PATIENCE.dividedBy(3));
    runs.close(PATIENCE.dividedBy(5));
    commands.ask().library().close();
    commands.learned().learning().close();
  }

  private static void listen(
      Sessions sessions, CheckMonitor monitor, Learning learning, Configuration configuration) {
    sessions.listen(monitor::report);
    sessions.listenToPauses(monitor::paused);
    sessions.listen(report ->
        learning.watch(
            report,
            configuration.of(report.root()).learning(),
            state -> ready(sessions, report.root(), state)));
  }

  /// What the session at `root` knows of a state by now.
  private static Optional<Report> ready(Sessions sessions, Path root, Snapshot state) {
    return sessions.all().stream()
        .filter(session -> session.root().equals(root))
        .findFirst()
        .flatMap(session -> session.ready(state));
  }

  private static List<Path> folders(InitializeParams params) {
    List<Path> folders = folders(params.getWorkspaceFolders());
    return folders.isEmpty() ? FromLsp.path(rootUri(params)).stream().toList() : folders;
  }

  private static List<Path> folders(List<WorkspaceFolder> folders) {
    return Optional.ofNullable(folders).orElse(List.of()).stream()
        .flatMap(folder -> FromLsp.path(folder.getUri()).stream())
        .toList();
  }

  @SuppressWarnings("deprecation") // older clients send nothing else
  private static String rootUri(InitializeParams params) {
    String uri = params.getRootUri();
    return uri == null ? "" : uri;
  }
}
