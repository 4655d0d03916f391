package dev.rustmend.cargo;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where [TeeLauncher]'s script leaves what cargo said, one finished run per workspace.
///
/// A run appears all at once, by a rename in [#folder], which may be watched. Cheaper still is to
/// compare [#startOfLatest] with the one seen last.
public final class CheckSpool {
  private static final String LATEST = "@check";
  private static final String ARGUMENTS = "@arguments";
  private static final System.Logger LOG = System.getLogger(CheckSpool.class.getName());

  private final Path tee;

  /// `cache` is rustmend's cache folder; the script finds the same one by the same variables.
  public CheckSpool(Path cache) {
    this.tee = cache.resolve("tee");
  }

  /// The folder in which the runs of a workspace appear; it exists once there was one.
  public Path folder(Path workspaceRoot) {
    Path real = realPath(workspaceRoot);
    Path top = real.getRoot();
    return top == null ? tee.resolve(real) : tee.resolve(top.relativize(real).toString());
  }

  /// Has the script run what `options` want in this workspace, where it is called without arguments
  /// of its own. A folder that can not be written leaves it at a plain `cargo check`.
  public void ask(Path workspaceRoot, CheckOptions options) {
    Path file = folder(workspaceRoot).resolve(ARGUMENTS);
    String lines = String.join("\n", SpooledArguments.line(options)) + "\n";
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(lines)) {
        Files.createDirectories(folder(workspaceRoot));
        AtomicFile.write(file, lines.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "rust-analyzer's check can not be asked for", e);
    }
  }

  /// When the latest finished run began; empty when there is none.
  public Optional<Instant> startOfLatest(Path workspaceRoot) {
    try {
      return Optional.of(Files.getLastModifiedTime(file(workspaceRoot)).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The latest finished run, with its diagnostics given to `onDiagnostic` as well; empty when
  /// there is none or it can not be read.
  public Optional<SpooledCheck> latest(
      CargoWorkspace workspace, Consumer<Diagnostic> onDiagnostic) {
    Optional<Instant> started = startOfLatest(workspace.root());
    if (started.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file(workspace.root()));
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return read(started.get(), lines, workspace, onDiagnostic);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the copy of rust-analyzer's check can not be read", e);
      return Optional.empty();
    }
  }

  private static Optional<SpooledCheck> read(
      Instant started,
      List<String> lines,
      CargoWorkspace workspace,
      Consumer<Diagnostic> onDiagnostic) {
    Optional<Json> begin = lines.isEmpty() ? Optional.empty() : marker(lines.getFirst(), "begin");
    Optional<Json> end = lines.isEmpty() ? Optional.empty() : marker(lines.getLast(), "end");
    int errors = lines.indexOf("{\"rustmend\":\"errors\"}");
    if (begin.isEmpty() || end.isEmpty() || errors < 0) {
      return Optional.empty();
    }
    var check = new CheckLines(workspace.root(), workspace.paths(), onDiagnostic);
    lines.subList(1, errors).forEach(check::accept);
    String text = String.join("\n", lines.subList(errors + 1, lines.size() - 1));
    CheckOutcome outcome =
        check.outcome(
            end.get().number("status").orElse(1),
            Ansi.strip(text),
            Duration.ofSeconds(end.get().number("seconds").orElse(0)));
    return Optional.of(new SpooledCheck(started, begin.get().texts("arguments"), outcome));
  }

  private static Optional<Json> marker(String line, String kind) {
    return Json.parse(line).filter(json -> json.text("rustmend").filter(kind::equals).isPresent());
  }

  private Path file(Path workspaceRoot) {
    return folder(workspaceRoot).resolve(LATEST);
  }

  private static Path realPath(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
