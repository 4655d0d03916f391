package dev.rustmend.cli;

import dev.rustmend.cargo.Toolchain;
import dev.rustmend.documentation.DocumentationFolder;
import dev.rustmend.embedding.EmbedderState;
import dev.rustmend.embedding.Endpoint;
import dev.rustmend.embedding.EndpointEmbedder;
import dev.rustmend.embedding.LazyEmbedder;
import dev.rustmend.sandbox.Sandbox;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.settings.LoadedSettings;
import dev.rustmend.settings.Settings;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.verify.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at everything that rustmend needs on this machine, for one folder: which toolchain answers
/// depends on it.
final class Doctor {
  private static final String INSTALL_RUST =
      "install Rust with rustup (https://rustup.rs), or put its bin folder on PATH";

  private final Path directory;
  private final Map<String, String> environment;
  private final ToolOutput tools;

  Doctor(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
    this.tools = new ToolOutput(directory, environment);
  }

  /// The checks that need no workspace, in the order in which one builds on the other.
  List<DoctorCheck> machine(LoadedSettings settings) throws InterruptedException {
    var checks = new ArrayList<DoctorCheck>();
    checks.add(DoctorCheck.fine("java", javaRuntime()));
    checks.add(parser());
    checks.addAll(rust(settings.settings()));
    checks.add(git());
    checks.add(cache(settings.settings()));
    checks.add(embedding(settings.settings().embedding()));
    checks.add(ModelDoctor.check(settings.settings().model(), directory, environment));
    checks.add(TeamDoctor.check(settings.settings().knowledge().remote(), environment));
    checks.add(sandbox());
    checks.add(settings(settings));
    return checks;
  }

  private static String javaRuntime() {
    return "%s, %s (%s)"
        .formatted(
            Runtime.version(), System.getProperty("java.vm.name"), System.getProperty("java.home"));
  }

  private static DoctorCheck parser() {
    return RustTree.unavailable()
        .map(why ->
            DoctorCheck.broken(
                "tree-sitter",
                "the native parser could not be loaded: " + why,
                "use a platform for which rustmend has a parser: Linux, macOS or Windows on"
                    + " x86-64 or ARM64"))
        .orElseGet(() -> DoctorCheck.fine("tree-sitter", "the native parser is loaded"));
  }

  private List<DoctorCheck> rust(Settings settings) throws InterruptedException {
    Optional<Toolchain> toolchain = Toolchain.find(environment);
    if (toolchain.isEmpty()) {
      return List.of(DoctorCheck.broken("cargo", "there is no cargo on PATH", INSTALL_RUST));
    }
    String cargo = toolchain.get().cargo().toString();
    Optional<String> version = tools.line(cargo, "--version");
    if (version.isEmpty()) {
      return List.of(
          DoctorCheck.broken(
              "cargo",
              cargo + " can not be run in " + directory,
              "see what `cargo --version` says there; a toolchain that rust-toolchain.toml asks for"
                  + " may be missing"));
    }
    var checks = new ArrayList<DoctorCheck>();
    checks.add(DoctorCheck.fine("cargo", "%s (%s)".formatted(version.get(), cargo)));
    String rustc = toolchain.get().sibling("rustc").map(Path::toString).orElse("rustc");
    checks.add(rustc(rustc));
    checks.add(toolchainName(rustc));
    checks.add(clippy(cargo, settings));
    checks.add(documentation(rustc));
    return checks;
  }

  private DoctorCheck rustc(String rustc) throws InterruptedException {
    return tools
        .line(rustc, "--version")
        .map(version -> DoctorCheck.fine("rustc", version))
        .orElseGet(() -> DoctorCheck.broken("rustc", rustc + " can not be run", INSTALL_RUST));
  }

  private DoctorCheck toolchainName(String rustc) throws InterruptedException {
    Optional<String> active = tools.line("rustup", "show", "active-toolchain");
    Optional<String> sysroot = tools.line(rustc, "--print", "sysroot");
    return DoctorCheck.fine(
        "toolchain",
        active.map(name -> name + "; ").orElse("") + sysroot.orElse("its folder is not known"));
  }

  private DoctorCheck clippy(String cargo, Settings settings) throws InterruptedException {
    Optional<String> version = tools.line(cargo, "clippy", "--version");
    if (version.isPresent()) {
      return DoctorCheck.fine("clippy", version.get());
    }
    String remedy = "rustup component add clippy";
    return settings.check().command() == Settings.Command.CLIPPY
        ? DoctorCheck.broken("clippy", "not installed, and `check.command` asks for it", remedy)
        : DoctorCheck.advice(
            "clippy", "not installed; only `check.command = \"clippy\"` needs it", remedy);
  }

  private DoctorCheck documentation(String rustc) throws InterruptedException {
    String release =
        tools.line(rustc, "--version").map(Doctor::release).orElse("of this toolchain");
    Path html =
        tools
            .line(rustc, "--print", "sysroot")
            .map(root -> Path.of(root).resolve("share/doc/rust/html"))
            .orElse(directory);
    return switch (DocumentationFolder.find(html, release)) {
      case DocumentationFolder.Found(DocumentationFolder folder) ->
          DoctorCheck.fine("documentation", folder.html().toString());
      case DocumentationFolder.Missing(String sentence) ->
          DoctorCheck.advice("documentation", sentence, DocumentationFolder.REMEDY);
    };
  }

  /// The version in a line such as `rustc 1.95.0 (59807616e 2026-04-14)`.
  private static String release(String line) {
    return Pattern.compile(" ").splitAsStream(line).skip(1).findFirst().orElse(line);
  }

  private DoctorCheck embedding(Settings.EmbeddingService service) throws InterruptedException {
    return service.endpoint().isPresent() ? service(service) : builtInModel();
  }

  private DoctorCheck builtInModel() throws InterruptedException {
    try (var model = LazyEmbedder.builtIn(CacheFolder.locate(environment))) {
      return switch (model.awaitLoaded()) {
        case EmbedderState.Unavailable(String sentence) ->
            DoctorCheck.advice(
                "embedding", sentence, "make it so, or name a service in `embedding.endpoint`");
        case EmbedderState.NotLoaded(), EmbedderState.Loading(), EmbedderState.Ready() ->
            DoctorCheck.fine("embedding", model.model() + ", in this process");
      };
    }
  }

  private DoctorCheck service(Settings.EmbeddingService service) throws InterruptedException {
    try {
      Endpoint endpoint =
          Endpoint.of(
              service.endpoint().orElseThrow(),
              service.model().orElse(""),
              service.apiKeyEnv(),
              environment);
      try (var embedder = EndpointEmbedder.connect(endpoint)) {
        return DoctorCheck.fine(
            "embedding", "%s, %d dimensions".formatted(endpoint, embedder.dimensions()));
      }
    } catch (EmbedderException e) {
      return DoctorCheck.broken("embedding", e.sentence(), "correct or remove that setting");
    }
  }

  private DoctorCheck git() throws InterruptedException {
    return tools
        .line("git", "--version")
        .map(version -> DoctorCheck.fine("git", version))
        .orElseGet(() ->
            DoctorCheck.advice(
                "git",
                "not found; `fix` can not tell whether you have uncommitted changes",
                "install git"));
  }

  private DoctorCheck cache(Settings settings) {
    Path folder =
        settings
            .check()
            .targetDirectory()
            .map(directory::resolve)
            .orElseGet(() -> CacheFolder.locate(environment));
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "doctor", ".tmp");
      Files.delete(probe);
      return DoctorCheck.fine("cache", folder.toString());
    } catch (IOException e) {
      return DoctorCheck.broken(
          "cache",
          "%s can not be written (%s)".formatted(folder, e.getClass().getSimpleName()),
          "make it writable, or name another folder in RUSTMEND_CACHE_DIR");
    }
  }

  private DoctorCheck sandbox() throws InterruptedException {
    Sandbox sandbox = Sandbox.find(environment);
    return sandbox.isThere()
        ? DoctorCheck.fine(
            "sandbox",
            "sources that programs send are built by %s".formatted(sandbox.kind().word()))
        : DoctorCheck.advice(
            "sandbox",
            "none: %s; build scripts that programs send are not run".formatted(sandbox.why()),
            "on Linux, install bubblewrap or util-linux and allow user namespaces");
  }

  private static DoctorCheck settings(LoadedSettings settings) {
    if (!settings.errors().isEmpty()) {
      return DoctorCheck.broken("settings", settings.errors().getFirst(), "correct that file");
    }
    return settings.warnings().isEmpty()
        ? DoctorCheck.fine("settings", "nothing to complain about")
        : DoctorCheck.advice(
            "settings", String.join("; ", settings.warnings()), "correct or remove these keys");
  }
}
