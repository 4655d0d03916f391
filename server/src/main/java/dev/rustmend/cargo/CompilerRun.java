package dev.rustmend.cargo;

import dev.rustmend.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Makes a call of the compiler again, without cargo.
///
/// For a small crate cargo itself takes as long as rustc, and for a large workspace longer: it
/// reads manifests, resolves, and looks at the time of each file.
record CompilerRun(
    Recall recall, CheckRequest request, Map<String, String> environment, Confinement confinement) {
  private static final System.Logger LOG = System.getLogger(CompilerRun.class.getName());
  private static final String ANSI = "diagnostic-rendered-ansi,";

  /// What the compiler says of the crate; `onDiagnostic` gets each diagnostic at once. Empty when
  /// it could not be run, or failed without an error in the program.
  ///
  /// What it says is known when it has written the crate's metadata, since all checks come before
  /// that, or gives up. It then still saves its incremental state or cleans up, as one of
  /// `stragglers`.
  Optional<Compiled> run(Consumer<Diagnostic> onDiagnostic, Stragglers stragglers)
      throws InterruptedException {
    CompilerCall call = recall.call();
    var builder = new ProcessBuilder(plain(call.into(recall.results())));
    builder.directory(call.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(call.variables());
    builder.redirectErrorStream(true); // rustc writes its JSON lines to the error output
    long deadline = System.nanoTime() + request.options().timeLimit().toNanos();
    ChildProcess child;
    try {
      child = ChildProcess.start(builder, confinement);
    } catch (IOException e) {
      return notRun(e);
    }
    var said = new CompilerLines(recall, request.paths(), onDiagnostic);
    boolean early = false;
    try {
      early = read(child, said, deadline);
      boolean success = early ? !said.hasErrors() : child.exitCode(deadline) == 0;
      return success == said.hasErrors()
          ? Optional.empty()
          : Optional.of(new Compiled(said.diagnostics(), success));
    } catch (TimeoutException e) {
      return notRun(e);
    } finally {
      if (early) {
        stragglers.add(child, deadline);
      } else {
        child.close();
      }
    }
  }

  /// Returns whether the result is known although the compiler has not ended.
  private static boolean read(ChildProcess child, CompilerLines said, long deadline)
      throws InterruptedException, TimeoutException {
    for (Optional<String> line = child.nextLine(deadline);
        line.isPresent();
        line = child.nextLine(deadline)) {
      if (said.completeWith(line.get())) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Compiled> notRun(Exception e) {
    LOG.log(System.Logger.Level.DEBUG, "the compiler was not run by itself", e);
    return Optional.empty();
  }

  /// Without the colors that cargo asks for and takes out again.
  private static List<String> plain(List<String> command) {
    return command.stream().map(word -> word.replace(ANSI, "")).toList();
  }
}
