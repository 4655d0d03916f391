package dev.rustmend.model;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Serves one file with ranges, and hangs up early as often as it is told.
final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final AtomicInteger hangUps = new AtomicInteger();
  private volatile byte[] content;
  private volatile String version = "\"1\"";
  private volatile String announced = "";
  private volatile Map<String, String> more = Map.of();
  private volatile Kind kind = Kind.USUAL;
  private final List<Headers> headers = new CopyOnWriteArrayList<>();

  /// How the file is served.
  enum Kind {
    USUAL,
    /// Nobody says how long it is.
    WITHOUT_LENGTH,
    /// Whatever part is asked for, another one comes.
    ANOTHER_PART
  }

  private FileServer(HttpServer server, byte[] content) {
    this.server = server;
    this.content = content;
  }

  static FileServer start(byte[] content) throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var server = new FileServer(http, content);
    http.createContext("/there/model.gguf", server::redirect);
    http.createContext("/file", server::serve);
    http.start();
    return server;
  }

  URI address() {
    return URI.create(
        "http://127.0.0.1:%d/there/model.gguf".formatted(server.getAddress().getPort()));
  }

  /// The headers `Range` of all requests, `null` for none.
  List<String> ranges() {
    return ranges;
  }

  void hangUp(int times) {
    hangUps.set(times);
  }

  void replace(byte[] other, String otherVersion) {
    content = other;
    version = otherVersion;
  }

  /// Announces this SHA-256 as Hugging Face does.
  void announce(String sha256) {
    announced = sha256;
  }

  /// Sends these headers with the file.
  void announce(Map<String, String> others) {
    more = others;
  }

  void serveAs(Kind other) {
    kind = other;
  }

  /// The headers of all requests for the file itself, which is on another host than the address
  /// that leads to it.
  List<Headers> headers() {
    return headers;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void redirect(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!announced.isEmpty()) {
        exchange.getResponseHeaders().add("X-Linked-ETag", "\"" + announced + "\"");
      }
      exchange
          .getResponseHeaders()
          .add("Location", "http://localhost:%d/file".formatted(server.getAddress().getPort()));
      exchange.sendResponseHeaders(302, -1);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
      String ifRange = String.valueOf(exchange.getRequestHeaders().getFirst("If-Range"));
      ranges.add(range);
      headers.add(exchange.getRequestHeaders());
      more.forEach(exchange.getResponseHeaders()::add);
      int from =
          range.startsWith("bytes=") && ifRange.equals(version)
              ? Integer.parseInt(range.replaceAll("\\D", ""))
              : 0;
      exchange.getResponseHeaders().add("ETag", version);
      if (from > 0 && from >= content.length) {
        exchange.getResponseHeaders().add("Content-Range", "bytes */" + content.length);
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      int length = content.length - from;
      if (from > 0) {
        int first = kind == Kind.ANOTHER_PART ? from - 1 : from;
        exchange
            .getResponseHeaders()
            .add(
                "Content-Range",
                "bytes %d-%d/%d".formatted(first, content.length - 1, content.length));
      }
      // of length 0 is one that nobody knows: it comes in chunks
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, kind == Kind.WITHOUT_LENGTH ? 0 : length);
      boolean hangUp = hangUps.getAndDecrement() > 0;
      exchange.getResponseBody().write(content, from, hangUp ? length / 2 : length);
    }
  }
}
