package dev.rustmend.cli;

import dev.rustmend.courtesy.HeapRelief;
import dev.rustmend.http.AccessToken;
import dev.rustmend.http.HttpLimits;
import dev.rustmend.http.HttpServer;
import dev.rustmend.http.HttpSetup;
import dev.rustmend.http.Route;
import dev.rustmend.http.RunningServer;
import dev.rustmend.http.RunningServers;
import dev.rustmend.http.RustCoderRoutes;
import dev.rustmend.mcp.McpSetup;
import dev.rustmend.mcp.RustCoderTools;
import dev.rustmend.rustcoder.RustCoder;
import dev.rustmend.service.Limits;
import dev.rustmend.service.Neighbor;
import dev.rustmend.service.Roots;
import dev.rustmend.service.RustmendService;
import dev.rustmend.service.ServiceFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `rustmend serve`: the HTTP API and the Model Context Protocol over HTTP.
final class ServeCommand implements Command {
  private static final String PORT = "--port";
  private static final String HOST = "--host";
  private static final String NAME = "--allow-host";
  private static final String BUILDS = "--builds";
  private static final String MAX_SECONDS = "--max-seconds";
  private static final String MAX_BODY = "--max-body";
  private static final int USUAL_PORT = 7878;
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(13);

  private final Wiring wiring;

  ServeCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "serve",
            "The HTTP API, and the MCP server over streamable HTTP, on loopback with a token.");
    spec.addOption(Options.number(PORT, "P", "The port (7878); 0 takes a free one."));
    spec.addOption(
        Options.text(
                HOST, "ADDRESS", "Listen here (127.0.0.1); elsewhere only with RUSTMEND_TOKEN.")
            .build());
    spec.addOption(
        OptionSpec.builder(NAME)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("NAME")
            .description("A name by which clients call this machine; can be given several times.")
            .build());
    ServiceOptions.add(spec);
    RustCoderOptions.addRoutes(spec);
    spec.addOption(Options.number(BUILDS, "N", "How many requests compile at once (2)."));
    spec.addOption(Options.number(MAX_SECONDS, "N", "How long one request may take (600)."));
    spec.addOption(Options.number(MAX_BODY, "BYTES", "How large a request may be (4194304)."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    String host = invocation.<String>value(HOST).orElse(LOOPBACK);
    int port = number(invocation, PORT, USUAL_PORT, 0, 65_535);
    if (RustCoderOptions.isOpen(invocation) && !isLoopback(host)) {
      throw new CommandFailure(
          Exit.USAGE,
          "without the token /compat/rustcoder is for this machine alone; leave --host or --rust-coder-open out");
    }
    try {
      AccessToken token = token(host);
      try (RustmendService service = wiring.service(invocation, limits(invocation), Neighbor.NONE);
          RustCoder coder = wiring.rustCoder(invocation, service);
          HttpServer server =
              HttpServer.start(setup(invocation, service, coder, host, port, token));
          HeapRelief _ = HeapRelief.start();
          RunningServers.Announcement _ = announce(invocation, host, server.port(), token)) {
        wiring.allowLastAnswers(LAST_ANSWERS);
        invocation.tell(
            "rustmend serves http://%s:%d (MCP at /mcp, the API described at /openapi.json; token: %s)"
                .formatted(shown(host), server.port(), token.whereabouts()));
        awaitEnd();
        invocation.tell("rustmend: the server ends when the last requests are answered");
        return Exit.INTERRUPTED;
      }
    } catch (ServiceFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }

  /// Processes of the same user on this machine may use the server; see `rustmend mcp`.
  private RunningServers.Announcement announce(
      Invocation invocation, String host, int port, AccessToken token) {
    return RunningServers.of(wiring.environment())
        .announce(
            new RunningServer(
                ProcessHandle.current().pid(),
                address(host).isAnyLocalAddress() ? LOOPBACK : host,
                port,
                token.secret(),
                Version.build(),
                ServiceOptions.roots(invocation)));
  }

  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      return; // whoever started us wants it to end: the server is closed in good order
    }
  }

  private HttpSetup setup(
      Invocation invocation,
      RustmendService service,
      RustCoder coder,
      String host,
      int port,
      AccessToken token) {
    Roots roots = ServiceOptions.roots(invocation);
    var mcp =
        new McpSetup(
            service,
            roots,
            McpSetup.Trust.NARROWS,
            PATIENCE,
            Version.current(),
            RustCoderOptions.wantsTools(invocation)
                ? Optional.of(new RustCoderTools(coder, service.builds()))
                : Optional.empty());
    Route.Door compatible =
        RustCoderOptions.isOpen(invocation) ? Route.Door.OPEN : Route.Door.TOKEN;
    HttpLimits usual = HttpLimits.USUAL;
    var limits =
        new HttpLimits(
            number(invocation, MAX_BODY, usual.body(), 1024, 256 << 20),
            usual.receiving(),
            usual.silence(),
            usual.connections());
    return new HttpSetup(
        service,
        mcp,
        roots,
        host,
        port,
        invocation.<List<String>>value(NAME).orElse(List.of()),
        token.secret(),
        limits,
        invocation::tell,
        Version.current(),
        new RustCoderRoutes(coder, service.builds(), compatible).all());
  }

  /// Beyond this machine only a token that somebody has chosen counts.
  private AccessToken token(String host) {
    if (isLoopback(host)) {
      return AccessToken.findOrMake(wiring.environment());
    }
    return AccessToken.find(wiring.environment())
        .orElseThrow(() ->
            new CommandFailure(
                Exit.USAGE,
                "%s can be reached from other machines, and there is no token yet; set RUSTMEND_TOKEN to a secret of your own, or leave --host out"
                    .formatted(host)));
  }

  private static boolean isLoopback(String host) {
    return address(host).isLoopbackAddress();
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new CommandFailure(
          Exit.USAGE, "there is no address %s on this machine; check --host".formatted(host), e);
    }
  }

  private static Limits limits(Invocation invocation) {
    Limits usual = Limits.USUAL;
    int seconds = number(invocation, MAX_SECONDS, (int) usual.longest().toSeconds(), 1, 86_400);
    return new Limits(
        number(invocation, BUILDS, usual.builds(), 1, 256),
        usual.waiting(),
        Duration.ofSeconds(seconds));
  }

  private static int number(Invocation invocation, String option, int usual, int least, int most) {
    int number = invocation.<Integer>value(option).orElse(usual);
    if (number < least || number > most) {
      throw new CommandFailure(
          Exit.USAGE,
          "%s takes a number from %d to %d, not %d".formatted(option, least, most, number));
    }
    return number;
  }

  private static String shown(String host) {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
