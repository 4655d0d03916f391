package dev.rustmend.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A service that speaks OpenAI's protocol for conversations, and fails as it is told: each request
/// gets the next of the prepared answers, and "Hello, wörld" when none is left.
public final class ChatServer implements AutoCloseable {
  public static final String DONE = "data: [DONE]\n\n";

  private interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService workers;
  private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
  private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  private ChatServer(HttpServer server, ExecutorService workers) {
    this.server = server;
    this.workers = workers;
  }

  public static ChatServer start() throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService workers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("chat-", 0).factory());
    http.setExecutor(workers);
    var server = new ChatServer(http, workers);
    http.createContext("/v1/chat/completions", server::handle);
    http.start();
    return server;
  }

  public String address() {
    return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
  }

  public List<JsonObject> requests() {
    return requests;
  }

  List<String> authorizations() {
    return authorizations;
  }

  /// One chunk of a stream with a piece of text.
  public static String chunk(String text) {
    var delta = new JsonObject();
    delta.addProperty("content", text);
    return "data: {\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":null}]}\n\n"
        .formatted(delta);
  }

  public static String finish(String reason) {
    return "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n".formatted(reason);
  }

  public ChatServer thenAnswer(int status, String body) {
    next.add(exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      if (status == 429) {
        exchange.getResponseHeaders().add("Retry-After", "0");
      }
      if (status == 307) {
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
      }
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    });
    return this;
  }

  /// Sends the parts one by one, each at once.
  public ChatServer thenStream(List<byte[]> parts) {
    next.add(exchange -> {
      exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      for (byte[] part : parts) {
        body.write(part);
        body.flush();
      }
    });
    return this;
  }

  /// Sends a text and then nothing more, without an end, until the server closes.
  public ChatServer thenFallSilentAfter(String text) {
    next.add(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      end.await();
    });
    return this;
  }

  /// Sends each text that comes into the queue, until the server closes or nobody listens.
  public ChatServer thenStreamFrom(BlockingQueue<String> texts) {
    next.add(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      while (end.getCount() > 0) {
        String text = texts.poll(50, TimeUnit.MILLISECONDS);
        if (text != null) {
          exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        }
      }
    });
    return this;
  }

  /// Promises more than it sends, and hangs up.
  public ChatServer thenBreakOffAfter(String text) {
    next.add(exchange -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length + 100);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
    });
    return this;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    workers.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          JsonParser.parseString(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
              .getAsJsonObject());
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      Answer told = next.poll();
      if (told == null) {
        usual().to(exchange);
      } else {
        told.to(exchange);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Answer usual() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      String body =
          ": a comment\n\n"
              + chunk("Hello, ")
              + chunk("wörld")
              + finish("stop")
              + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":3,"
              + "\"prompt_tokens_details\":{\"cached_tokens\":8}}}\n\n"
              + DONE;
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    };
  }
}
