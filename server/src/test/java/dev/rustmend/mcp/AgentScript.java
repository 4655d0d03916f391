package dev.rustmend.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.http.ServedProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// `rustmend mcp` in a process of its own, spoken to message by message.
final class AgentScript implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final PrintStream out;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonObject> notifications = new LinkedBlockingQueue<>();

  private AgentScript(Process process) {
    this.process = process;
    this.out = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    Thread.ofVirtual().name("answers").start(() -> lines.lines().forEach(this::read));
  }

  /// Starts it with the folder `root` to use, and folders of its own below `folder`, and introduces
  /// itself.
  static AgentScript start(Path folder, Path root, String... more) throws IOException {
    var arguments = new ArrayList<>(List.of("mcp", "--root", root.toString()));
    arguments.addAll(List.of(more));
    ProcessBuilder builder = ServedProgram.builder(folder, arguments);
    var script = new AgentScript(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    script.await(
        script.begin(
            "initialize",
            "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},"
                + "\"clientInfo\":{\"name\":\"script\",\"version\":\"1\"}}"));
    script.out.println("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    return script;
  }

  /// Sends a request and returns its id.
  int begin(String method, String params) {
    int id = number.incrementAndGet();
    out.printf(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}%n", id, method, params);
    return id;
  }

  /// Calls a tool, and wants to hear of progress; returns the id of the request.
  int beginTool(String tool, String arguments) {
    return begin(
        "tools/call",
        "{\"name\":\"%s\",\"arguments\":%s,\"_meta\":{\"progressToken\":\"p\"}}"
            .formatted(tool, arguments));
  }

  /// The result of a request, or its error.
  JsonObject await(int id) {
    try {
      return answer(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("there is no answer", e);
    }
  }

  /// The result of a tool.
  JsonObject call(String tool, String arguments) {
    return await(beginTool(tool, arguments));
  }

  /// Tells the server that the answer is not wanted any more.
  void cancel(int id) {
    out.printf(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":%d}}%n",
        id);
  }

  /// The next notification of the server, waited for.
  JsonObject nextNotification() throws InterruptedException {
    return notifications.take();
  }

  /// The text of a tool's result.
  static String text(JsonObject result) {
    return result.getAsJsonArray("content").get(0).getAsJsonObject().get("text").getAsString();
  }

  @Override
  public void close() {
    out.close();
    process.onExit().join();
  }

  private CompletableFuture<JsonObject> answer(int id) {
    return answers.computeIfAbsent(id, _ -> new CompletableFuture<>());
  }

  private void read(String line) {
    JsonObject message = JsonParser.parseString(line).getAsJsonObject();
    if (message.has("method")) {
      notifications.add(message);
      return;
    }
    JsonElement result = message.has("result") ? message.get("result") : message.get("error");
    answer(message.get("id").getAsInt()).complete(result.getAsJsonObject());
  }
}
