package dev.rustmend.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.service.Limits;
import dev.rustmend.service.ServiceUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A client that means no good gets clean refusals, and nothing outside of the root is touched.
@Timeout(300)
class HostileClientTest {
  private static final HttpLimits TIGHT =
      new HttpLimits(20_000, Duration.ofSeconds(2), Duration.ofSeconds(3), 220);
  private static final String SECRET = "fn main() { let x: u8 = \"secret 4711\"; }\n";

  @TempDir private Path folder;
  private ServerUnderTest server;
  private Map<String, String> outside;

  @BeforeEach
  void start() throws IOException {
    server = ServerUnderTest.in(folder, Limits.USUAL, TIGHT);
    ServiceUnderTest.crate(server.place().outside(), "victim", SECRET);
    outside = contents(server.place().outside());
  }

  @AfterEach
  void nothingOutsideIsTouchedAndTheServerLives() throws IOException, InterruptedException {
    assertThat(contents(server.place().outside())).isEqualTo(outside);
    assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
    server.close();
  }

  @Test
  void hundredMalformedOrOversizedRequestsAreRefused() throws IOException, InterruptedException {
    var random = new Random(4711);
    List<String> bodies = new ArrayList<>(List.of("", "{", "[]", "null", "\"x\"", "{\"dir\":5}"));
    bodies.add("[".repeat(15_000));
    bodies.add("{\"a\":".repeat(3_000));
    bodies.add("{\"query\":\"" + "x".repeat(30_000) + "\"}");
    bodies.add("{\"query\":1e999999}");
    bodies.add("{\"dir\":\"\\u0000\"}");
    bodies.add("{\"only\":[" + "\"E0382\",".repeat(80) + "\"E0382\"]}");
    while (bodies.size() < 100) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      bodies.add(new String(noise, StandardCharsets.ISO_8859_1));
    }
    List<String> paths = List.of("/v1/search", "/v1/explain", "/v1/ask", "/mcp");
    int number = 0;
    for (String body : bodies) {
      HttpResponse<String> answer = server.post(paths.get(number++ % paths.size()), body);
      assertThat(answer.statusCode()).as("%.60s", body).isBetween(400, 499);
      assertThat(answer.body()).contains("error").doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void noPathLeadsOut() throws IOException, InterruptedException {
    Path root = server.place().root();
    Files.createSymbolicLink(root.resolve("link"), server.place().outside());
    Path crate = ServiceUnderTest.crate(root, "inner", "fn main() {}\n");
    Files.delete(crate.resolve("src/main.rs"));
    Files.createSymbolicLink(
        crate.resolve("src/main.rs"), server.place().outside().resolve("victim/src/main.rs"));
    String victim = server.place().outside().resolve("victim").toString();
    for (String dir :
        List.of(
            "..", "../outside/victim", "link/victim", victim, "inner/../../outside/victim", "/")) {
      for (String path : List.of("/v1/check", "/v1/fix")) {
        HttpResponse<String> answer = server.post(path, "{\"dir\":\"%s\"}".formatted(dir));
        assertThat(answer.statusCode()).as("%s %s", path, dir).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("4711");
      }
    }
    HttpResponse<String> explain =
        server.post("/v1/explain", "{\"file\":\"inner/src/main.rs\",\"line\":1}");
    assertThat(explain.statusCode()).isEqualTo(403);
    HttpResponse<String> fix = server.post("/v1/fix", "{\"dir\":\"inner\"}");
    assertThat(fix.body()).doesNotContain("4711", "newText");
  }

  @Test
  void aWorkspaceThatReachesOutIsRefused() throws IOException, InterruptedException {
    Path outer = ServiceUnderTest.crate(folder, "outer", SECRET);
    Files.writeString(
        outer.resolve("Cargo.toml"),
        Files.readString(outer.resolve("Cargo.toml"))
            + "[workspace]\nmembers = [\"../%s/member\"]\n"
                .formatted(server.place().root().getFileName()));
    Path member = ServiceUnderTest.crate(server.place().root(), "member", SECRET);
    Files.writeString(
        member.resolve("Cargo.toml"),
        Files.readString(member.resolve("Cargo.toml"))
            .replace("[package]\n", "[package]\nworkspace = \"../../outer\"\n"));
    HttpResponse<String> answer = server.post("/v1/fix", "{\"dir\":\"member\"}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Files.readString(member.resolve("src/main.rs"))).isEqualTo(SECRET);
  }

  @Test
  void onlyTheTokenLetsIn() throws IOException, InterruptedException {
    for (String value :
        List.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer wrong",
            "Basic " + ServerUnderTest.TOKEN,
            "Bearer " + ServerUnderTest.TOKEN + "x",
            "Bearer " + ServerUnderTest.TOKEN.substring(1))) {
      for (String path :
          List.of("/v1/search?query=x", "/metrics", "/v1/kb/x", "/mcp", "/v1/nothing")) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(path));
        if (!value.isEmpty()) {
          request.header("Authorization", value);
        }
        HttpResponse<String> answer =
            server.client().send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s with %s", path, value).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
      }
    }
    assertThat(server.log().toString()).doesNotContain(ServerUnderTest.TOKEN, "query");
  }

  @Test
  void foreignNamesAndPagesAreTurnedAway() throws IOException, InterruptedException {
    for (String host :
        List.of(
            "evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "localhost.evil")) {
      assertThat(raw("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
          .as(host)
          .containsPattern("HTTP/1.1 4(21|00)");
    }
    for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:9")) {
      assertThat(raw("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
          .as(host)
          .startsWith("HTTP/1.1 200");
    }
    for (String origin :
        List.of("http://evil.example", "null", "file://", "http://localhost.evil")) {
      HttpResponse<String> answer =
          server.send("/v1/search?query=x", it -> it.header("Origin", origin));
      assertThat(answer.statusCode()).as(origin).isEqualTo(403);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
    HttpResponse<String> preflight =
        server.send(
            "/v1/check",
            it ->
                it.header("Origin", "http://localhost:1")
                    .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.statusCode()).isEqualTo(405);
  }

  @Test
  void aBodyThatComesTooSlowlyIsNotWaitedFor() throws IOException {
    String head =
        "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + ServerUnderTest.TOKEN
            + "\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"query\":";
    assertThat(raw(head)).startsWith("HTTP/1.1 4");
  }

  @Test
  void twoHundredConnectionsLeaveRoomForOthers() throws IOException, InterruptedException {
    var sockets = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 200; i++) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port());
        socket
            .getOutputStream()
            .write("GET /healthz HTTP/1.1\r\nHost: lo".getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
      }
      assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void whoReadsNoMoreEndsHisJob() throws IOException, InterruptedException {
    ServiceUnderTest.crate(server.place().root(), "slow", "fn main() { let x: u8 = \"\"; }\n");
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
      String body = "{\"dir\":\"slow\"}";
      String request =
          "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + ServerUnderTest.TOKEN
              + "\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    assertThat(server.place().service().jobs().drain(Duration.ofMinutes(2))).isTrue();
  }

  /// Sends these bytes and returns all that comes back.
  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("the server went on waiting", e);
      }
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        contents.put(
            file.toString(), Files.isRegularFile(file) ? Files.readString(file) : "folder");
      }
    }
    return contents;
  }
}
