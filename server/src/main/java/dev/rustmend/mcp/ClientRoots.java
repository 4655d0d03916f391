package dev.rustmend.mcp;

import dev.rustmend.service.Roots;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folders that each client has opened, asked for once and again when they change. Mutable:
/// what the clients said. Safe to use from any thread.
final class ClientRoots {
  private static final Logger LOG = System.getLogger(ClientRoots.class.getName());
  private static final int MOST_CLIENTS = 200;

  private final McpSetup setup;
  private final Map<String, Roots> byClient = new LinkedHashMap<>();

  ClientRoots(McpSetup setup) {
    this.setup = setup;
  }

  /// The folders that a request of this client may use.
  Roots of(McpSyncServerExchange client) {
    return said(client)
        .map(roots ->
            switch (setup.trust()) {
              case REPLACES -> roots;
              case NARROWS -> roots.within(setup.own());
            })
        .orElse(setup.own());
  }

  /// The client says that they have changed.
  synchronized void changed(McpSyncServerExchange client, List<McpSchema.Root> roots) {
    byClient.put(client.sessionId(), roots(roots));
  }

  private Optional<Roots> said(McpSyncServerExchange client) {
    McpSchema.@Nullable ClientCapabilities can = client.getClientCapabilities();
    if (can == null || can.roots() == null) {
      return Optional.empty();
    }
    synchronized (this) {
      Roots known = byClient.get(client.sessionId());
      if (known != null) {
        return Optional.of(known);
      }
    }
    try {
      changed(client, client.listRoots().roots());
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "the client has not said which folders are open", e);
      return Optional.empty();
    }
    synchronized (this) {
      if (byClient.size() > MOST_CLIENTS) {
        byClient.remove(byClient.keySet().iterator().next());
      }
      return Optional.ofNullable(byClient.get(client.sessionId()));
    }
  }

  private static Roots roots(List<McpSchema.Root> roots) {
    return Roots.of(roots.stream().flatMap(root -> path(root.uri()).stream()).toList());
  }

  private static Optional<Path> path(String uri) {
    try {
      return Optional.of(Path.of(URI.create(uri)));
    } catch (IllegalArgumentException | FileSystemNotFoundException _) {
      return Optional.empty(); // not a folder of this machine
    }
  }
}
