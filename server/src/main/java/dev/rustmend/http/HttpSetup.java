package dev.rustmend.http;

import dev.rustmend.mcp.McpSetup;
import dev.rustmend.service.Roots;
import dev.rustmend.service.RustmendService;
import java.util.List;
import java.util.function.Consumer;

/// What the server gets from whoever starts it: where it listens (`port` 0 takes a free one), the
/// names by which others may call it besides `host`, the token that they must have, the folders
/// that requests may use, and who gets a line of JSON for each request. The service is not closed
/// with the server. `more` are routes besides our own.
public record HttpSetup(
    RustmendService service,
    McpSetup mcp,
    Roots roots,
    String host,
    int port,
    List<String> names,
    String token,
    HttpLimits limits,
    Consumer<String> log,
    String version,
    List<Route> more) {
  public HttpSetup {
    names = List.copyOf(names);
    more = List.copyOf(more);
  }
}
