package dev.rustmend.cli;

import dev.rustmend.courtesy.HeapRelief;
import dev.rustmend.lsp.LspServer;
import dev.rustmend.lsp.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `rustmend lsp`: the language server, on stdio unless a socket or a pipe is named.
final class LspCommand implements Command {
  private static final String SOCKET = "--socket";
  private static final String PIPE = "--pipe";
  private static final String STDIO = "--stdio";
  private static final String PROCESS_ID = "--clientProcessId";

  private final Wiring wiring;

  LspCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "lsp", "The language server on stdio: what an editor starts.");
    spec.addOption(
        OptionSpec.builder(SOCKET)
            .type(Integer.class)
            .paramLabel("PORT")
            .description(
                "Serve on this port of the loopback: where an editor listens, else listen.")
            .build());
    spec.addOption(
        Options.text(
                PIPE, "NAME", "Serve on this Unix socket: where an editor listens, else listen.")
            .build());
    spec.addOption(
        Options.flag(STDIO, "Serve on stdio; what happens anyway.").hidden(true).build());
    spec.addOption(
        Options.text(PROCESS_ID, "PID", "Ignored: the end of the input ends the server.")
            .hidden(true)
            .build());
    return spec;
  }

  /// Whether these arguments ask for stdio and nothing else, so that the server can start before
  /// the parser of arguments is even loaded.
  static boolean isPlain(List<String> arguments) {
    return !arguments.isEmpty()
        && arguments.getFirst().equals("lsp")
        && arguments.stream()
            .skip(1)
            .allMatch(it -> it.equals(STDIO) || it.startsWith(PROCESS_ID + "="));
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Optional<Integer> port = invocation.value(SOCKET);
    Optional<String> pipe = invocation.value(PIPE);
    if (port.isPresent() && pipe.isPresent()) {
      throw new CommandFailure(Exit.USAGE, "--socket and --pipe exclude each other; give one");
    }
    ServerSetup setup = wiring.serverSetup(Wiring.flags(invocation));
    if (port.isEmpty() && pipe.isEmpty()) {
      return stdio(setup, invocation.terminal());
    }
    try (EditorConnection connection =
        port.isPresent()
            ? EditorConnection.onPort(port.get(), invocation::tell)
            : EditorConnection.onSocketFile(
                invocation.path(pipe.orElseThrow()), invocation::tell)) {
      return serve(connection.in(), connection.out(), setup);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "there is no connection to the editor: %s; check the port or name"
              .formatted(e.getMessage()),
          e);
    }
  }

  /// Serves on the standard streams. Whatever else prints to [System#out] from now on goes to
  /// stderr, since stdout belongs to the protocol.
  static Exit stdio(ServerSetup setup, Terminal terminal) throws InterruptedException {
    System.setOut(System.err);
    return serve(terminal.in(), terminal.out(), setup);
  }

  private static Exit serve(InputStream in, OutputStream out, ServerSetup setup)
      throws InterruptedException {
    try (var _ = HeapRelief.start()) {
      return LspServer.run(in, out, setup) == 0 ? Exit.CLEAN : Exit.REMAIN;
    }
  }
}
