package dev.rustmend.lsp;

import dev.rustmend.assist.Explainer;
import dev.rustmend.candidate.RustcSuggestions;
import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.RustcExplain;
import dev.rustmend.cargo.Tools;
import dev.rustmend.generate.Generator;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibrarySources;
import dev.rustmend.learn.LearnedLog;
import dev.rustmend.learn.Learning;
import dev.rustmend.model.ChatEndpoint;
import dev.rustmend.model.EndpointModel;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.Workers;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Sessions;
import dev.rustmend.sandbox.Limits;
import dev.rustmend.sandbox.Sandbox;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.settings.Settings;
import dev.rustmend.settings.SettingsReader;
import dev.rustmend.submission.Permission;
import dev.rustmend.submission.Submissions;
import dev.rustmend.verify.CargoOracle;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.verify.OverfittingGuard;
import dev.rustmend.verify.ShadowCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/// The whole server on two pipes, with a cargo of the test's choice below it.
final class ServerUnderTest {
  private final Pipe toServer = Pipe.open();
  private final Pipe toClient = Pipe.open();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final BlockingQueue<Report> complete = new LinkedBlockingQueue<>();
  private final Cargo cargo;
  private final Path cache;
  private volatile Function<Settings.Model, LanguageModel> opener = this::model;
  private final Models models = new Models(settings -> Optional.of(opener.apply(settings)));
  private final Learning learning;

  private ServerUnderTest(Cargo cargo, Path cache) throws IOException {
    this.cargo = cargo;
    this.cache = cache;
    this.learning =
        new Learning(
            new LearnedLog(cache.resolve("learned")),
            Clock.systemUTC(),
            new Tools(System.getenv()),
            Duration.ZERO);
  }

  static ServerUnderTest start(Cargo cargo, Path cache) throws IOException {
    Files.createDirectories(cache);
    var server = new ServerUnderTest(cargo, cache);
    Thread.ofPlatform().daemon().name("server under test").start(server::run);
    return server;
  }

  /// What opens a language model from now on.
  void models(Function<Settings.Model, LanguageModel> other) {
    opener = other;
  }

  InputStream output() {
    return Channels.newInputStream(toClient.source());
  }

  OutputStream input() {
    return Channels.newOutputStream(toServer.sink());
  }

  /// The client is gone, without a word.
  void closeInput() throws IOException {
    toServer.sink().close();
  }

  int awaitExit() {
    return exitCode.join();
  }

  /// Waits for a finished check of a text that holds `part`, in any open buffer or changed file.
  Report awaitCheckOf(Path file, String part) throws InterruptedException {
    Report report = complete.take();
    while (!report.snapshot().read(file).orElseThrow().string().contains(part)) {
      report = complete.take();
    }
    return report;
  }

  Learning learning() {
    return learning;
  }

  private void run() {
    try {
      exitCode.complete(
          LspServer.run(
              Channels.newInputStream(toServer.source()),
              Channels.newOutputStream(toClient.sink()),
              setup()));
    } catch (InterruptedException | RuntimeException e) {
      exitCode.completeExceptionally(e);
    }
  }

  private ServerSetup setup() {
    return new ServerSetup(
        this::sessions,
        new SettingsReader(Map.of()),
        List.of(),
        new Explainer(new RustcExplain(cache)),
        library(),
        learning,
        models,
        this::generator,
        cache,
        "0.0.0-test",
        Optional::empty);
  }

  private Generator generator(Settings settings) {
    return new Generator(
        new ShippedBase(),
        Optional::empty,
        new Submissions(
            cache,
            System.getenv(),
            () -> Sandbox.none("a test"),
            Limits.defaults(),
            Permission.CONFINED_CODE,
            settings,
            Models.none()));
  }

  private LanguageModel model(Settings.Model settings) {
    return settings
        .path()
        .<LanguageModel>map(
            path -> ModelWorker.of(Workers.setup(cache, Path.of(path), Workers.command(cache))))
        .orElseGet(() ->
            EndpointModel.of(
                ChatEndpoint.of(
                    settings.service().endpoint().orElseThrow(), "toy", Optional.empty())));
  }

  private Library library() {
    var passage =
        new Passage(
            "tasks/toys/wind-up",
            PassageKind.TASK,
            "Wind up a toy",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "Turn the key of the toy.",
            "toy.wind_up();",
            "",
            "",
            "1");
    return new Library(
        new LibrarySources(
            cache,
            "1",
            () -> List.of(passage),
            () -> new LibrarySources.Toolchain("none", cache, Optional.empty(), ""),
            Optional::empty));
  }

  private Sessions sessions(Function<Path, Settings> settings) {
    var environment = new HashMap<>(System.getenv());
    environment.put("CARGO_HOME", cache.resolve("cargo-home").toString());
    var shadows = new ShadowCache(cache);
    CheckOptions options = CheckOptions.defaults();
    var sessions =
        new Sessions(
            new CargoMetadata(environment),
            options,
            workspace ->
                CargoOracle.open(
                    workspace,
                    shadows,
                    environment,
                    cargo,
                    options,
                    new OverfittingGuard(new FileDamage())),
            List.of(new RustcSuggestions()),
            settings,
            cache,
            models);
    sessions.listen(report -> {
      if (report.complete()) {
        complete.add(report);
      }
    });
    return sessions;
  }
}
