package dev.rustmend.cli;

import dev.rustmend.llama.WorkerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend model-worker`: the process in which a language model runs. Only rustmend starts it.
final class ModelWorkerCommand implements Command {
  static final String NAME = "model-worker";
  static final String CACHE = "--cache";
  static final String LIBRARY = "--library";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, NAME, "Runs a language model, on stdio.");
    spec.usageMessage().hidden(true);
    spec.addOption(
        Options.text(CACHE, "DIR", "Where the native library is unpacked.").required(true).build());
    spec.addOption(
        Options.text(LIBRARY, "DIR", "A folder with another build of the native library.").build());
    return spec;
  }

  /// Never returns: threads may wait in native code, so the process is ended without ceremony, at
  /// the latest when the process that started it is gone.
  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Terminal terminal = invocation.terminal();
    System.setOut(System.err);
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> {
          var _ = parent.onExit().thenRun(() -> end(Exit.CLEAN));
        });
    Path cache = invocation.path(invocation.<String>value(CACHE).orElseThrow());
    Optional<Path> library = invocation.<String>value(LIBRARY).map(invocation::path);
    try {
      WorkerProcess.serve(terminal.in(), terminal.out(), cache, library);
      return end(Exit.CLEAN);
    } catch (IOException | RuntimeException e) {
      terminal.err().println("rustmend: the worker failed: " + e);
      return end(Exit.ENVIRONMENT);
    }
  }

  private static Exit end(Exit exit) {
    Runtime.getRuntime().halt(exit.code());
    return exit;
  }
}
