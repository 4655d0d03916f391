package dev.rustmend.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;

/// The protocol over streamable HTTP: a servlet for whoever serves HTTP, and what stands in front
/// of it. Hosts, origins and tokens are for the front to check.
public final class StreamableServer implements AutoCloseable {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

  private final HttpServletStreamableServerTransportProvider transport;
  private final McpSyncServer server;
  private final Inbox inbox;

  /// Serves at `path`, messages of at most `longest` bytes.
  public StreamableServer(McpSetup setup, String path, int longest) {
    var requests = new Requests();
    this.inbox = new Inbox(requests);
    this.transport =
        HttpServletStreamableServerTransportProvider.builder()
            .jsonMapper(McpJsonDefaults.getMapper())
            .mcpEndpoint(path)
            .keepAliveInterval(KEEP_ALIVE)
            .maxRequestSize(longest)
            .build();
    this.server =
        new Offer(setup, requests, McpSyncServerExchange::sessionId)
            .fill(McpServer.sync(transport))
            .build();
  }

  /// What answers requests.
  public HttpServlet servlet() {
    return transport;
  }

  /// What looks at each message first; the client's name is its session id.
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public void close() {
    server.close();
  }
}
