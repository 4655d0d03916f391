package dev.rustmend.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// The protocol on two streams: what an agent's client starts.
public final class StdioServer {
  /// The one client that there is.
  static final String CLIENT = "stdio";

  private static final Logger LOG = System.getLogger(StdioServer.class.getName());
  private static final int LONGEST_LINE = 4 << 20;
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

  private StdioServer() {}

  /// Serves until the client closes `in`; then what is nearly done is still answered, and the rest
  /// is ended.
  public static void run(InputStream in, OutputStream out, McpSetup setup)
      throws InterruptedException {
    var requests = new Requests();
    var lines = new WholeLines(out);
    var ended = new CountDownLatch(1);
    var gate =
        new LineGate(
            in,
            LONGEST_LINE,
            new Inbox(requests),
            refusal -> refuse(lines, refusal),
            () -> {
              finish(setup);
              ended.countDown();
            });
    var transport =
        new StdioServerTransportProvider(
            McpJsonDefaults.getMapper(), gate, lines, LONGEST_LINE + 1000);
    McpSyncServer server =
        new Offer(setup, requests, _ -> CLIENT).fill(McpServer.sync(transport)).build();
    try {
      ended.await();
    } finally {
      server.close();
    }
  }

  private static void refuse(WholeLines lines, String refusal) {
    try {
      lines.line(refusal);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the client reads no more", e);
    }
  }

  private static void finish(McpSetup setup) {
    try {
      if (!setup.service().jobs().drain(LAST_ANSWERS)) {
        LOG.log(Level.DEBUG, "the client left before all was answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
