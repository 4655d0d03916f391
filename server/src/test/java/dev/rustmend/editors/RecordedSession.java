package dev.rustmend.editors;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What an editor and the server said to each other, message by message, one line of JSON each.
///
/// A session that is kept as a test resource begins with a line that names the rustc behind the
/// answers, and has `${ROOT}` for the folder of the crate and `${PID}` for the editor's process.
record RecordedSession(List<Entry> entries) {

  /// One message. `from` is `client` or `server`. `saved` is the text of the file that the client
  /// says it has saved, and is empty for all other messages.
  record Entry(String from, JsonObject message, String saved) {

    /// The entry of a message that passes by just now.
    static Entry of(String from, String body) {
      JsonObject message = JsonParser.parseString(body).getAsJsonObject();
      var entry = new Entry(from, message, "");
      return entry.method().equals("textDocument/didSave")
          ? new Entry(from, message, text(message))
          : entry;
    }

    boolean isFromClient() {
      return from.equals("client");
    }

    /// The method of a request or notification, or the empty text for a response.
    String method() {
      return message.has("method") ? message.get("method").getAsString() : "";
    }

    /// Whether the other side answers.
    boolean isRequest() {
      return message.has("method") && message.has("id");
    }

    boolean isResponse() {
      return !message.has("method") && message.has("id");
    }

    /// The number by which a response finds its request.
    String id() {
      return message.get("id").getAsString();
    }

    JsonElement result() {
      return message.has("result") ? message.get("result") : JsonNull.INSTANCE;
    }

    String line() {
      var line = new JsonObject();
      line.addProperty("from", from);
      line.add("message", message);
      if (!saved.isEmpty()) {
        line.addProperty("saved", saved);
      }
      return line.toString();
    }

    private static Entry read(String line) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      return new Entry(
          json.get("from").getAsString(),
          json.getAsJsonObject("message"),
          json.has("saved") ? json.get("saved").getAsString() : "");
    }

    private static String text(JsonObject didSave) {
      JsonObject document = didSave.getAsJsonObject("params").getAsJsonObject("textDocument");
      try {
        return Files.readString(Path.of(URI.create(document.get("uri").getAsString())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  RecordedSession {
    entries = List.copyOf(entries);
  }

  static RecordedSession parse(String text) {
    return new RecordedSession(text.lines().map(Entry::read).toList());
  }

  /// The rustc that the session was recorded with: `rustc 1.95.0`.
  String rustc() {
    return entries.getFirst().message().get("version").getAsString();
  }

  /// The session with its first line.
  RecordedSession by(String rustc) {
    var message = new JsonObject();
    message.addProperty("version", rustc);
    var all = new ArrayList<>(entries);
    all.addFirst(new Entry("rustc", message, ""));
    return new RecordedSession(all);
  }

  /// One line for each message, with a line break after the last.
  String text() {
    var text = new StringBuilder();
    entries.forEach(entry -> text.append(entry.line()).append('\n'));
    return text.toString();
  }

  /// The session without what happens a different number of times in each run: questions that had
  /// no answer yet, log lines and the steps of a progress.
  RecordedSession condensed() {
    Set<String> inVain = new HashSet<>();
    entries.stream()
        .filter(entry -> !entry.isFromClient() && entry.isResponse())
        .filter(entry -> entry.result().isJsonArray() && entry.result().getAsJsonArray().isEmpty())
        .forEach(entry -> inVain.add(entry.id()));
    var kept = new ArrayList<Entry>();
    for (Entry entry : entries) {
      boolean asked = entry.isFromClient() ? entry.isRequest() : entry.isResponse();
      if (!(asked && inVain.contains(entry.id())) && !isChatter(entry)) {
        kept.add(entry);
      }
    }
    return new RecordedSession(kept);
  }

  private static boolean isChatter(Entry entry) {
    return entry.method().equals("$/progress") || entry.method().equals("window/logMessage");
  }
}
