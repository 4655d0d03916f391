package dev.rustmend.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// The least client that can talk to a language server: framed JSON over the pipes of a child
/// process. What the server asks for is answered with nothing.
final class LspWire implements AutoCloseable {
  private final Process process;
  private final Map<Integer, JsonObject> answers = new HashMap<>();
  private final List<JsonObject> notifications = new ArrayList<>();
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private int lastId;
  private boolean ended;

  private LspWire(Process process) {
    this.process = process;
  }

  /// Starts `command` in `folder`. What the server writes to its error output goes nowhere.
  static LspWire start(List<String> command, Path folder) throws IOException {
    return start(command, folder, Map.of());
  }

  /// The same with variables on top of the environment.
  static LspWire start(List<String> command, Path folder, Map<String, String> variables)
      throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(variables);
    Process process = builder.start();
    var wire = new LspWire(process);
    Thread.ofPlatform().daemon().name("bench-lsp-reader").start(wire::readAll);
    return wire;
  }

  long processId() {
    return process.pid();
  }

  /// Sends a request and waits for its result. Throws [IOException] when the server answers with an
  /// error or ends, [TimeoutException] when it does not answer in time.
  JsonElement request(String method, JsonElement params, Duration limit)
      throws IOException, TimeoutException, InterruptedException {
    int id;
    synchronized (this) {
      id = ++lastId;
    }
    JsonObject message = message(method, params);
    message.addProperty("id", id);
    send(message);
    JsonObject answer = await(() -> Optional.ofNullable(answers.remove(id)), method, limit);
    if (answer.has("error")) {
      throw new IOException(method + " failed: " + answer.get("error"));
    }
    return answer.has("result") ? answer.get("result") : JsonNull.INSTANCE;
  }

  void notify(String method, JsonElement params) throws IOException {
    send(message(method, params));
  }

  /// Forgets the notifications that came so far.
  synchronized void forget() {
    notifications.clear();
  }

  /// Waits for a notification of `method` whose parameters fulfil `wanted`, and takes it with all
  /// that came before it.
  JsonObject await(String method, Predicate<JsonObject> wanted, Duration limit)
      throws IOException, TimeoutException, InterruptedException {
    return await(() -> take(method, wanted), method, limit);
  }

  /// The same, for at most `time`; empty when none came.
  Optional<JsonObject> poll(String method, Predicate<JsonObject> wanted, Duration time)
      throws IOException, InterruptedException {
    try {
      return Optional.of(await(method, wanted, time));
    } catch (TimeoutException _) {
      return Optional.empty();
    }
  }

  /// Notes when the first notification of `method` comes whose parameters fulfil `wanted`, whoever
  /// takes it.
  Watch watch(String method, Predicate<JsonObject> wanted) {
    var watch = new Watch(method, wanted);
    watches.add(watch);
    return watch;
  }

  /// When a notification came that somebody waits for.
  final class Watch implements AutoCloseable {
    private final String method;
    private final Predicate<JsonObject> wanted;
    private volatile OptionalLong came = OptionalLong.empty();
    private final List<JsonObject> seen = new CopyOnWriteArrayList<>();

    private Watch(String method, Predicate<JsonObject> wanted) {
      this.method = method;
      this.wanted = wanted;
    }

    private void see(JsonObject message) {
      if (message.get("method").getAsString().equals(method)
          && wanted.test(message.getAsJsonObject("params"))) {
        seen.add(message.getAsJsonObject("params"));
        if (came.isEmpty()) {
          came = OptionalLong.of(System.nanoTime());
        }
      }
    }

    /// A value of [System#nanoTime]; empty when it has not come yet.
    OptionalLong came() {
      return came;
    }

    /// The parameters of all that came so far.
    List<JsonObject> seen() {
      return List.copyOf(seen);
    }

    @Override
    public void close() {
      watches.remove(this);
    }
  }

  /// Lets `time` pass with the connection open.
  synchronized void idle(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  /// Waits a few seconds for the server to end by itself.
  void awaitEnd() throws InterruptedException {
    var _ = process.waitFor(10, TimeUnit.SECONDS);
  }

  /// Ends the server with all its children.
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /// Looks for something that the reader brings.
  private interface Look {
    Optional<JsonObject> now();
  }

  private synchronized JsonObject await(Look look, String what, Duration limit)
      throws IOException, TimeoutException, InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<JsonObject> found = look.now();
      if (found.isPresent()) {
        return found.get();
      }
      long left = until - System.nanoTime();
      if (ended) {
        throw new IOException("the server ended while " + what + " was awaited");
      }
      if (left <= 0) {
        throw new TimeoutException("no " + what + " within " + limit.toSeconds() + " s");
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private Optional<JsonObject> take(String method, Predicate<JsonObject> wanted) {
    for (int i = 0; i < notifications.size(); i++) {
      JsonObject message = notifications.get(i);
      if (message.get("method").getAsString().equals(method)
          && wanted.test(message.getAsJsonObject("params"))) {
        notifications.subList(0, i + 1).clear();
        return Optional.of(message.getAsJsonObject("params"));
      }
    }
    return Optional.empty();
  }

  private void readAll() {
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      for (Optional<JsonObject> message = read(in); message.isPresent(); message = read(in)) {
        take(message.get());
      }
    } catch (IOException e) {
      // The pipe broke: the same as its end.
    } finally {
      synchronized (this) {
        ended = true;
        notifyAll();
      }
    }
  }

  private void take(JsonObject message) throws IOException {
    if (message.has("method") && message.has("id")) {
      answer(message);
      return;
    }
    synchronized (this) {
      if (message.has("method")) {
        watches.forEach(watch -> watch.see(message));
        notifications.add(message);
      } else {
        answers.put(message.get("id").getAsInt(), message);
      }
      notifyAll();
    }
  }

  /// A question of the server's: settings are all unset, everything else is done.
  private void answer(JsonObject question) throws IOException {
    JsonElement result = JsonNull.INSTANCE;
    if (question.get("method").getAsString().equals("workspace/configuration")) {
      var settings = new JsonArray();
      question
          .getAsJsonObject("params")
          .getAsJsonArray("items")
          .forEach(_ -> settings.add(JsonNull.INSTANCE));
      result = settings;
    }
    var answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("id", question.get("id"));
    answer.add("result", result);
    send(answer);
  }

  private static JsonObject message(String method, JsonElement params) {
    var message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", params);
    return message;
  }

  private void send(JsonObject message) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    OutputStream out = process.getOutputStream();
    synchronized (out) {
      out.write(head);
      out.write(body);
      out.flush();
    }
  }

  private static Optional<JsonObject> read(InputStream in) throws IOException {
    int length = -1;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    if (length < 0) {
      return Optional.empty();
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return Optional.of(JsonParser.parseString(body).getAsJsonObject());
  }

  /// A line of the head without its line break; empty at its end and at the end of the stream.
  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
