package dev.rustmend.embedding;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A service for embeddings that gives a text of length `n` the vector `(n, 1, 0)`, in reversed
/// order, and fails as it is told.
final class EmbeddingServer implements AutoCloseable {
  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService workers;
  private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
  private final List<Integer> batches = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> models = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Answer always;
  private volatile @Nullable CountDownLatch silence;

  private EmbeddingServer(HttpServer server, ExecutorService workers) {
    this.server = server;
    this.workers = workers;
  }

  static EmbeddingServer start() throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService workers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("server-", 0).factory());
    http.setExecutor(workers);
    var server = new EmbeddingServer(http, workers);
    http.createContext("/v1/embeddings", server::handle);
    http.start();
    return server;
  }

  URI address() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
  }

  EmbeddingServer thenAnswer(int status, String body) {
    next.add(new Answer(status, body));
    return this;
  }

  void alwaysAnswer(int status, String body) {
    always = new Answer(status, body);
  }

  /// Gives no answer from now on; the latch opens when somebody has asked.
  CountDownLatch thenKeepSilent() {
    var asked = new CountDownLatch(1);
    silence = asked;
    return asked;
  }

  List<Integer> batches() {
    return batches;
  }

  List<String> authorizations() {
    return authorizations;
  }

  List<String> models() {
    return models;
  }

  int requests() {
    return batches.size();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    workers.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonObject request =
          JsonParser.parseString(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
              .getAsJsonObject();
      JsonArray input = request.getAsJsonArray("input");
      batches.add(input.size());
      models.add(request.get("model").getAsString());
      authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
      CountDownLatch asked = silence;
      if (asked != null) {
        asked.countDown();
        end.await();
        return;
      }
      Answer told = next.poll();
      Answer fixed = told == null ? always : told;
      respond(exchange, fixed == null ? new Answer(200, vectors(input)) : fixed);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String vectors(JsonArray input) {
    var data = new JsonArray();
    for (int i = input.size() - 1; i >= 0; i--) {
      JsonElement text = input.get(i);
      var vector = new JsonArray();
      vector.add(text.getAsString().length());
      vector.add(1);
      vector.add(0);
      var item = new JsonObject();
      item.addProperty("index", i);
      item.add("embedding", vector);
      data.add(item);
    }
    var answer = new JsonObject();
    answer.add("data", data);
    return answer.toString();
  }

  private static void respond(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    if (answer.status() == 307) {
      exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/v1/embeddings");
    }
    if (answer.status() == 429) {
      exchange.getResponseHeaders().add("Retry-After", "3600");
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
