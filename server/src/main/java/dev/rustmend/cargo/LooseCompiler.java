package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Runs rustc alone on texts of a [LooseFile], each in a [LooseFolder] that is gone afterwards.
///
/// rustc is started in the user's folder, whose `rust-toolchain.toml` counts. Of the options, the
/// extra environment and the time limit do.
public final class LooseCompiler {
  private final LooseFile loose;
  private final Map<String, String> environment;
  private final CheckOptions options;

  /// `environment` is what rustc inherits, to which the options add.
  public LooseCompiler(LooseFile loose, Map<String, String> environment, CheckOptions options) {
    var all = new HashMap<>(environment);
    all.putAll(options.extraEnv());
    this.loose = loose;
    this.environment = Map.copyOf(all);
    this.options = options;
  }

  /// What rustc says when the files have `texts`, the loose one's own among them; what else is in
  /// the folder is as on the disk. `onDiagnostic` gets each diagnostic as soon as it is there.
  public CheckOutcome compile(Map<Path, SourceText> texts, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException {
    Optional<Toolchain> toolchain = Toolchain.find(environment);
    Optional<Path> rustc = toolchain.flatMap(found -> found.sibling("rustc"));
    if (rustc.isEmpty()) {
      return new CheckOutcome.Failed(Failures.noCargo());
    }
    try (LooseFolder folder = LooseFolder.make(loose, texts)) {
      return compile(rustc.get(), folder, LooseFolder.text(loose, texts), onDiagnostic);
    } catch (IOException e) {
      return new CheckOutcome.Failed(Failures.notStarted(rustc.get(), e));
    }
  }

  private CheckOutcome compile(
      Path rustc, LooseFolder folder, String text, Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    CrateId crate = loose.crate(text);
    var builder =
        new ProcessBuilder(
            rustc.toString(),
            "--crate-name=" + crate.target(),
            "--crate-type=" + crate.kind(),
            "--edition=" + LooseFile.EDITION,
            "--emit=metadata",
            "--error-format=json",
            "--out-dir=" + folder.output(),
            folder.source().toString());
    Path there = loose.folder();
    builder.directory(
        (Files.isDirectory(there) ? there : folder.source().resolveSibling("")).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true); // rustc writes its JSON lines to the error output
    long start = System.nanoTime();
    try (var child = ChildProcess.start(builder)) {
      return outcome(child, start, folder, crate, onDiagnostic);
    } catch (TimeoutException e) {
      return new CheckOutcome.Failed(Failures.timeLimit(options.timeLimit(), ""));
    }
  }

  private CheckOutcome outcome(
      ChildProcess child,
      long start,
      LooseFolder folder,
      CrateId crate,
      Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException, TimeoutException {
    long deadline = start + options.timeLimit().toNanos();
    var reader = new DiagnosticReader(loose.folder(), folder);
    List<Diagnostic> diagnostics = new ArrayList<>();
    var other = new StringBuilder();
    for (Optional<String> line = child.nextLine(deadline);
        line.isPresent();
        line = child.nextLine(deadline)) {
      Optional<Json> json = Json.parse(line.get()).filter(one -> one.text("level").isPresent());
      if (json.isEmpty()) {
        other.append(line.get()).append('\n');
      }
      json.flatMap(one -> reader.read(new CargoLine.Message(crate, Optional.empty(), one), crate))
          .filter(diagnostic -> !diagnostics.contains(diagnostic))
          .ifPresent(diagnostic -> {
            diagnostics.add(diagnostic);
            onDiagnostic.accept(diagnostic);
          });
    }
    int status = child.exitCode(deadline);
    if (status != 0 && diagnostics.stream().noneMatch(Diagnostic::isError)) {
      return new CheckOutcome.Failed(Failures.of(status, other.toString()));
    }
    return new CheckOutcome.Checked(
        diagnostics,
        status == 0 ? Set.of(crate) : Set.of(),
        Duration.ofNanos(System.nanoTime() - start));
  }
}
