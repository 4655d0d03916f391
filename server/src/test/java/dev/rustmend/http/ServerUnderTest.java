package dev.rustmend.http;

import dev.rustmend.mcp.McpSetup;
import dev.rustmend.service.Limits;
import dev.rustmend.service.Roots;
import dev.rustmend.service.ServiceUnderTest;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/// A server on a free port, its service, and a client for it.
public record ServerUnderTest(
    ServiceUnderTest place, HttpServer server, HttpClient client, Queue<String> log)
    implements AutoCloseable {
  /// The token that lets in.
  public static final String TOKEN = "the-token-of-the-tests";

  /// Everything below `folder`, with these limits.
  public static ServerUnderTest in(Path folder, Limits limits, HttpLimits connections) {
    var place = ServiceUnderTest.in(folder, limits);
    Roots roots = Roots.of(List.of(place.root()));
    var log = new ConcurrentLinkedQueue<String>();
    var mcp =
        new McpSetup(
            place.service(),
            roots,
            McpSetup.Trust.NARROWS,
            Duration.ofMinutes(5),
            "test",
            Optional.empty());
    HttpServer server =
        HttpServer.start(
            new HttpSetup(
                place.service(),
                mcp,
                roots,
                "127.0.0.1",
                0,
                List.of(),
                TOKEN,
                connections,
                log::add,
                "test",
                List.of()));
    return new ServerUnderTest(place, server, HttpClient.newHttpClient(), log);
  }

  /// The same with the usual limits.
  public static ServerUnderTest in(Path folder) {
    return in(folder, Limits.USUAL, HttpLimits.USUAL);
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
  }

  /// Posts JSON with the token.
  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        path,
        it -> it.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(path, UnaryOperator.identity());
  }

  /// Sends a request with the token.
  HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> more)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + TOKEN);
    return client.send(more.apply(request).build(), BodyHandlers.ofString());
  }

  /// A client of the protocol, with these roots open.
  public McpSyncClient agent(Path... roots) {
    return agent(server.port(), roots);
  }

  /// The same of any server on this machine.
  public static McpSyncClient agent(int port, Path... roots) {
    var transport =
        HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
            .endpoint(ProtocolDoor.PATH)
            .addHttpRequestCustomizer(
                (request, _, _, _, _) -> request.header("Authorization", "Bearer " + TOKEN))
            .build();
    McpSyncClient agent =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofMinutes(5))
            .initializationTimeout(Duration.ofMinutes(2))
            .capabilities(McpSchema.ClientCapabilities.builder().roots(true).build())
            .roots(
                List.of(roots).stream()
                    .map(root -> new McpSchema.Root(root.toUri().toString(), "root"))
                    .toList())
            .build();
    agent.initialize();
    return agent;
  }

  @Override
  public void close() {
    client.close();
    server.close();
    place.close();
  }
}
