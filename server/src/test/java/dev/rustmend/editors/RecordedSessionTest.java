package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session that a real editor had with the server, played again: each question gets the answer
/// that the editor got, the edits of the fixes included. rustc's words are part of the answers, so
/// another rustc skips it.
///
/// `mvn test -Peditors -Dtest=NeovimTest -Deditors.record=true` records it anew.
class RecordedSessionTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @AfterEach
  void deleteCaches() throws IOException {
    EditorCrate.deleteHomes(folder);
  }

  @Test
  void neovimGetsTheSameAnswersAgain() throws Exception {
    Path crate = EditorCrate.create(folder.resolve("home/crate"));
    var session = session(crate);
    String rustc = EditorCrate.rustc();
    assumeTrue(
        session.rustc().equals(rustc),
        () -> "recorded with %s, and %s has other words".formatted(session.rustc(), rustc));
    var server = start();
    try {
      var player = new Player(server, answersOfTheClient(session));
      for (RecordedSession.Entry entry : session.entries()) {
        if (entry.isFromClient() && !entry.isResponse()) {
          player.play(entry, session.entries());
        }
      }
      assertThat(server.waitFor(10, TimeUnit.SECONDS)).as("the server ended").isTrue();
      assertThat(server.exitValue()).isZero();
    } finally {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    }
  }

  private static RecordedSession session(Path crate) throws IOException {
    String text = Files.readString(EditorCrate.SESSION);
    return RecordedSession.parse(
        text.replace("${ROOT}", crate.toRealPath().toString())
            .replace("\"${PID}\"", Long.toString(ProcessHandle.current().pid())));
  }

  private Process start() throws IOException {
    var builder = new ProcessBuilder(EditorCrate.java("dev.rustmend.cli.Main", "lsp"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    EditorCrate.keepHomesIn(folder, builder.environment());
    return builder.start();
  }

  /// What the client answered to the server's requests, by their method.
  private static Map<String, JsonElement> answersOfTheClient(RecordedSession session) {
    var methods = new HashMap<String, String>();
    var answers = new HashMap<String, JsonElement>();
    for (RecordedSession.Entry entry : session.entries()) {
      if (!entry.isFromClient() && entry.isRequest()) {
        methods.put(entry.id(), entry.method());
      } else if (entry.isFromClient() && entry.isResponse()) {
        answers.put(methods.getOrDefault(entry.id(), ""), entry.result());
      }
    }
    return answers;
  }

  /// Says the client's part and compares what the server says.
  private record Player(Process server, Map<String, JsonElement> answers) {

    void play(RecordedSession.Entry entry, List<RecordedSession.Entry> session) throws IOException {
      if (!entry.saved().isEmpty()) {
        JsonObject document =
            entry.message().getAsJsonObject("params").getAsJsonObject("textDocument");
        Files.writeString(Path.of(URI.create(document.get("uri").getAsString())), entry.saved());
      }
      if (!entry.isRequest()) {
        say(entry.message());
        return;
      }
      JsonElement expected = comparable(response(entry.id(), session));
      Instant deadline = Instant.now().plus(PATIENCE);
      JsonElement answer = ask(entry);
      while (!holds(answer, expected) && Instant.now().isBefore(deadline) && isPolled(entry)) {
        answer = ask(entry);
      }
      if (!holds(answer, expected)) {
        assertThat(answer).as("answer to %s", entry.method()).isEqualTo(expected);
      }
    }

    /// Without what may differ: the ids of fixes, which depend on where the crate is, and our own
    /// version.
    private static JsonElement comparable(JsonElement result) {
      return JsonParser.parseString(
          result
              .toString()
              .replaceAll("\"id\":\"[0-9a-f]{8}\"", "\"id\":\"…\"")
              .replaceAll("\"version\":\"[^\"]*\"", "\"version\":\"…\""));
    }

    /// An editor asks for actions again and again until they are there. Whether the answer is the
    /// one that was recorded, or a list with all of its elements in their order: the alternatives
    /// of a fix may come earlier than they did then.
    private static boolean holds(JsonElement answer, JsonElement expected) {
      if (!answer.isJsonArray() || !expected.isJsonArray()) {
        return answer.equals(expected);
      }
      var left = new ArrayDeque<>(expected.getAsJsonArray().asList());
      for (JsonElement element : answer.getAsJsonArray()) {
        if (element.equals(left.peek())) {
          left.remove();
        }
      }
      return left.isEmpty() && (!expected.getAsJsonArray().isEmpty() || answer.equals(expected));
    }

    private static boolean isPolled(RecordedSession.Entry entry) {
      return entry.method().equals("textDocument/codeAction");
    }

    private static JsonElement response(String id, List<RecordedSession.Entry> session) {
      return session.stream()
          .filter(entry -> !entry.isFromClient() && entry.isResponse() && entry.id().equals(id))
          .map(RecordedSession.Entry::result)
          .findFirst()
          .orElse(JsonNull.INSTANCE);
    }

    private JsonElement ask(RecordedSession.Entry entry) throws IOException {
      say(entry.message());
      while (true) {
        String body = Framing.read(server.getInputStream());
        assertThat(body).as("the server still talks").isNotEmpty();
        var said = new RecordedSession.Entry("server", object(body), "");
        if (said.isRequest()) {
          answer(said);
        } else if (said.isResponse() && said.id().equals(entry.id())) {
          return comparable(said.result());
        }
      }
    }

    private void answer(RecordedSession.Entry request) throws IOException {
      var response = new JsonObject();
      response.addProperty("jsonrpc", "2.0");
      response.add("id", request.message().get("id"));
      response.add("result", answers.getOrDefault(request.method(), JsonNull.INSTANCE));
      say(response);
    }

    private void say(JsonObject message) throws IOException {
      Framing.write(server.getOutputStream(), message.toString());
    }

    private static JsonObject object(String body) {
      return JsonParser.parseString(body).getAsJsonObject();
    }
  }
}
