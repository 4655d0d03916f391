package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Makes a call of the compiler again, without cargo.
///
/// For a small crate cargo itself takes as long as rustc, and for a large workspace longer: it
/// reads manifests, resolves, and looks at the time of each file.
record CompilerRun(
    CompilerCall call,
    CheckRequest request,
    Map<String, String> environment,
    Confinement confinement) {
  private static final System.Logger LOG = System.getLogger(CompilerRun.class.getName());
  private static final String ANSI = "diagnostic-rendered-ansi,";

  /// What the compiler says of `crate`, with its results put into `results`; empty when it could
  /// not be run, or failed without an error in the program.
  Optional<Compiled> run(CrateId crate, Path results) throws InterruptedException {
    var builder = new ProcessBuilder(plain(call.into(results)));
    builder.directory(call.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(call.variables());
    builder.redirectErrorStream(true); // rustc writes its JSON lines to the error output
    long deadline = System.nanoTime() + request.options().timeLimit().toNanos();
    try (var child = ChildProcess.start(builder, confinement)) {
      List<Diagnostic> diagnostics = read(child, crate, deadline);
      boolean success = child.exitCode(deadline) == 0;
      boolean told = success != diagnostics.stream().anyMatch(Diagnostic::isError);
      return told ? Optional.of(new Compiled(diagnostics, success)) : Optional.empty();
    } catch (IOException | TimeoutException e) {
      LOG.log(System.Logger.Level.DEBUG, "the compiler was not run by itself", e);
      return Optional.empty();
    }
  }

  private List<Diagnostic> read(ChildProcess child, CrateId crate, long deadline)
      throws InterruptedException, TimeoutException {
    var reader = new DiagnosticReader(call.directory(), request.paths());
    Optional<Path> manifest = call.manifestFolder().map(folder -> folder.resolve("Cargo.toml"));
    var diagnostics = new ArrayList<Diagnostic>();
    for (Optional<String> line = child.nextLine(deadline);
        line.isPresent();
        line = child.nextLine(deadline)) {
      Json.parse(line.get())
          .filter(json -> json.text("level").isPresent())
          .flatMap(json -> reader.read(new CargoLine.Message(crate, manifest, json), crate))
          .filter(diagnostic -> !diagnostics.contains(diagnostic))
          .ifPresent(diagnostics::add);
    }
    return diagnostics;
  }

  /// Without the colors that cargo asks for and takes out again.
  private static List<String> plain(List<String> command) {
    return command.stream().map(word -> word.replace(ANSI, "")).toList();
  }
}
