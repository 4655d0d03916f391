package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server while its team's cluster is gone: it repairs as ever, and says so once.
class AbsentTeamTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String ABOUT = "the team's knowledge base";

  /// Errors of several codes: each is a question to the cluster.
  private static final String PROGRAM =
      """
      struct Boat;

      fn area(width: u32, height: u32) -> u32 {
          width * height
      }

      fn main() {
          let name: String = "Ada";
          println!("{} {} {}", area(1), name.leng(), Boat);
          let _: u8 = missing;
      }
      """;

  @TempDir private Path home;

  @Test
  void nobodyAtThePortIsOneLineInTheLogAndOneSentenceInTheStatus() throws Exception {
    String closed;
    try (var socket = new ServerSocket(0)) {
      closed = "http://127.0.0.1:" + socket.getLocalPort();
    }
    assertSaidOnce(closed, "can not be reached");
  }

  @Test
  void aClusterThatNeverAnswersIsOneLineInTheLogAndOneSentenceInTheStatus() throws Exception {
    try (var deaf = new DeafPort()) {
      assertSaidOnce(deaf.address(), "did not answer within");
    }
  }

  private void assertSaidOnce(String address, String why) throws Exception {
    Path root = crate(address);
    try (EditorSession editor = EditorSession.start(server(), root, variables());
        LspWire.Watch log = editor.wire().watch("window/logMessage", AbsentTeamTest::isAboutIt)) {
      editor.openWhenReady(List.of("src/main.rs"));
      String line = first(editor, log);
      assertThat(line).contains(why).endsWith("answers come from this machine alone meanwhile");
      assertThat(editor.codeActions("src/main.rs", 7, 23).toString()).contains("\"→ ");

      editor.save(
          new TreeMap<>(Map.of("src/main.rs", PROGRAM + "\nfn late() -> u8 {\n    'a'\n}\n")));
      assertThat(editor.codeActions("src/main.rs", 7, 23).toString()).contains("\"→ ");
      assertThat(log.seen()).hasSize(1);

      JsonObject status = status(editor);
      assertThat(status.get("team").getAsString()).contains(why);
      assertThat(status.toString().split(ABOUT, -1)).hasSize(2);
      assertThat(line).startsWith(status.get("team").getAsString());
    }
  }

  private static boolean isAboutIt(JsonObject params) {
    return params.get("message").getAsString().contains(ABOUT);
  }

  /// The first line of the log about it, whenever it comes.
  private static String first(EditorSession editor, LspWire.Watch log) throws Exception {
    long until = System.nanoTime() + LIMIT.toNanos();
    while (log.seen().isEmpty() && System.nanoTime() < until) {
      editor.wire().idle(Duration.ofMillis(50));
    }
    assertThat(log.seen()).isNotEmpty();
    return log.seen().getFirst().get("message").getAsString();
  }

  private static JsonObject status(EditorSession editor) throws Exception {
    var params = new JsonObject();
    params.addProperty("command", "rustmend.server.status");
    params.add("arguments", new JsonArray());
    JsonElement answer = editor.wire().request("workspace/executeCommand", params, LIMIT);
    return answer.getAsJsonObject();
  }

  private Path crate(String address) throws IOException {
    Path settings = home.resolve("config").resolve("rustmend").resolve("rustmend.toml");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "[knowledge]\nremote = \"%s\"\n".formatted(address));
    Path root = home.resolve("till");
    Files.createDirectories(root.resolve("src"));
    Files.writeString(
        root.resolve("Cargo.toml"),
        "[package]\nname = \"till\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    Files.writeString(root.resolve("src/main.rs"), PROGRAM);
    return root.toRealPath();
  }

  private Map<String, String> variables() {
    return Map.of(
        "RUSTMEND_CACHE_DIR", home.resolve("cache").toString(),
        "XDG_CONFIG_HOME", home.resolve("config").toString(),
        "XDG_DATA_HOME", home.resolve("data").toString());
  }

  private static List<String> server() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.rustmend.cli.Main",
        "lsp");
  }
}
