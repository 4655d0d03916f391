package dev.rustmend.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Answers like a cluster with an empty index of the team, unless it is told otherwise, and
/// remembers what it was sent.
final class FakeCluster implements AutoCloseable {
  static final String ROOT =
      "{\"version\":{\"distribution\":\"opensearch\",\"number\":\"3.5.0\"},\"tagline\":\"x\"}";
  static final String MAPPING = mapping(TeamIndex.VERSION);
  private static final String NO_HITS =
      "{\"took\":1,\"timed_out\":false,\"status\":200,"
          + "\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},"
          + "\"hits\":{\"total\":{\"value\":0,\"relation\":\"eq\"},\"hits\":[]}}";

  /// What came.
  record Request(String method, String path, String body, String authorization) {}

  /// What is answered.
  record Answer(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService workers;
  private final Function<Request, Optional<Answer>> told;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  private FakeCluster(
      HttpServer server, ExecutorService workers, Function<Request, Optional<Answer>> told) {
    this.server = server;
    this.workers = workers;
    this.told = told;
  }

  /// `told` answers some requests in another way.
  static FakeCluster start(Function<Request, Optional<Answer>> told) throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService workers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("fake-", 0).factory());
    http.setExecutor(workers);
    var cluster = new FakeCluster(http, workers, told);
    http.createContext("/", cluster::handle);
    http.start();
    return cluster;
  }

  static FakeCluster start() throws IOException {
    return start(_ -> Optional.empty());
  }

  static String mapping(int version) {
    return ("{\"rustmend-team-v1-1\":{\"mappings\":{\"_meta\":{\"rustmend\":{\"version\":%d,"
            + "\"model\":\"letters\",\"vector\":\"vector_none\"}}}}}")
        .formatted(version);
  }

  Access access(Duration patience) {
    return new Access(
        ClusterAddress.of("http://127.0.0.1:" + server.getAddress().getPort()),
        Optional.empty(),
        Optional.empty(),
        patience,
        Access.TEAM);
  }

  List<Request> requests() {
    return requests;
  }

  /// Never answers; the server's end lets it go.
  Optional<Answer> silence() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              body,
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      requests.add(request);
      Answer answer = told.apply(request).orElseGet(() -> usual(request));
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Answer usual(Request request) {
    if (request.path().equals("/")) {
      return new Answer(200, ROOT);
    }
    if (request.path().endsWith("/_mapping")) {
      return new Answer(200, MAPPING);
    }
    if (request.path().endsWith("/_msearch")) {
      long searches = request.body().lines().count() / 2;
      return new Answer(
          200,
          "{\"took\":1,\"responses\":["
              + String.join(",", java.util.Collections.nCopies((int) searches, NO_HITS))
              + "]}");
    }
    if (request.path().endsWith("/_mget")) {
      return new Answer(200, "{\"docs\":[]}");
    }
    if (request.path().endsWith("/_search")) {
      return new Answer(200, NO_HITS);
    }
    return new Answer(200, "{\"acknowledged\":true}");
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    workers.shutdownNow();
  }
}
