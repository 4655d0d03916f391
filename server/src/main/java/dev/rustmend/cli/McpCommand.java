package dev.rustmend.cli;

import dev.rustmend.courtesy.HeapRelief;
import dev.rustmend.http.RunningServers;
import dev.rustmend.http.ServerNextDoor;
import dev.rustmend.mcp.McpSetup;
import dev.rustmend.mcp.RustCoderTools;
import dev.rustmend.mcp.StdioServer;
import dev.rustmend.rustcoder.RustCoder;
import dev.rustmend.service.Limits;
import dev.rustmend.service.Neighbor;
import dev.rustmend.service.RustmendService;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend mcp`: the Model Context Protocol on stdio.
final class McpCommand implements Command {
  private static final String PATIENCE = "--patience";
  private static final int USUAL_SECONDS = 45;

  private final Wiring wiring;

  McpCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "mcp", "The MCP server on stdio: what an agent's client starts.");
    ServiceOptions.add(spec);
    RustCoderOptions.addTools(spec);
    spec.addOption(
        Options.number(
            PATIENCE, "SECONDS", "After how long a call that still runs answers with a job (45)."));
    return spec;
  }

  /// Whatever else prints to [System#out] from now on goes to stderr, since stdout belongs to the
  /// protocol.
  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    int patience = invocation.<Integer>value(PATIENCE).orElse(USUAL_SECONDS);
    if (patience < 1) {
      throw new CommandFailure(Exit.USAGE, PATIENCE + " must be at least 1");
    }
    System.setOut(System.err);
    boolean named = ServiceOptions.namesRoots(invocation);
    try (RustmendService service = wiring.service(invocation, Limits.USUAL, neighbor(invocation));
        RustCoder coder = wiring.rustCoder(invocation, service);
        HeapRelief _ = HeapRelief.start()) {
      var setup =
          new McpSetup(
              service,
              ServiceOptions.roots(invocation),
              named ? McpSetup.Trust.NARROWS : McpSetup.Trust.REPLACES,
              Duration.ofSeconds(patience),
              Version.current(),
              RustCoderOptions.wantsTools(invocation)
                  ? Optional.of(new RustCoderTools(coder, service.builds()))
                  : Optional.empty());
      StdioServer.run(invocation.terminal().in(), invocation.terminal().out(), setup);
    }
    return Exit.CLEAN;
  }

  /// A running server has settings of its own, so it is not asked where some are given here.
  private Neighbor neighbor(Invocation invocation) {
    return Wiring.flags(invocation).isEmpty()
        ? new ServerNextDoor(RunningServers.of(wiring.environment()), Version.build())
        : Neighbor.NONE;
  }
}
