package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.model.ChatServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `rustmend ask` and `explain --model`, with a service as their model and the knowledge base that
/// comes with the program.
class WordedCommandsTest {
  private static final String QUESTION = "How do I read a file line by line?";

  @TempDir static Path shared;
  @TempDir private Path folder;
  private ChatServer server;

  @BeforeEach
  void start() throws IOException {
    server = ChatServer.start();
    Path settings = Files.createDirectories(folder.resolve("config/rustmend"));
    Files.writeString(
        settings.resolve("rustmend.toml"),
        "[knowledge]\ntoolchainDocs = false\n[model]\nendpoint = \"%s\"\n"
            .formatted(server.address()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAnswerIsWordedFromTheSourcesThatWereFound() throws InterruptedException {
    server.thenStream(
        List.of(
            bytes(ChatServer.chunk("Use a `BufReader` [1][77]. Never ")),
            bytes(ChatServer.chunk("`read_all_lines(f)`.") + ChatServer.finish("stop"))));
    CommandRun result = run(Set.of(), "ask", QUESTION);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isEqualTo(Exit.CLEAN);
    assertThat(result.out())
        .startsWith(QUESTION + "\n\nUse a `BufReader` [1]. Never `read_all_lines(f)`. (not in the")
        .contains("\nSources\n\n1. ", server.address())
        .doesNotContain("77", "no model wrote this");
    assertThat(server.requests().getFirst().toString()).contains(QUESTION, "BufReader");
  }

  @Test
  void onATerminalTheSameTextIsPrintedWhileItGrows() throws InterruptedException {
    String first = "Use a `BufReader` [1]. It is **rather good** at lines";
    server.thenStream(
        List.of(
            bytes(ChatServer.chunk(first)),
            bytes(ChatServer.chunk(".\n\n- one\n- two\n\n```rust\nlet a = 1;\n")),
            bytes(ChatServer.chunk("```\nEnd.") + ChatServer.finish("stop"))));
    server.thenStream(
        List.of(
            bytes(
                ChatServer.chunk(first + ".\n\n- one\n- two\n\n```rust\nlet a = 1;\n```\nEnd.")
                    + ChatServer.finish("stop"))));
    String grown = run(Set.of(Terminal.Channel.OUT), "ask", "--color=never", QUESTION).out();
    assertThat(run(Set.of(), "ask", QUESTION).out()).isEqualTo(grown);
  }

  @Test
  void jsonTellsWhatWasCitedDroppedAndStrange() throws InterruptedException {
    server.thenStream(
        List.of(
            bytes(
                ChatServer.chunk("Use a `BufReader` [1][77] or `Strange::quux`.")
                    + ChatServer.finish("stop"))));
    JsonObject json =
        JsonParser.parseString(run(Set.of(), "ask", "--json", QUESTION).out()).getAsJsonObject();
    assertThat(json.get("by").getAsString()).isEqualTo("model");
    assertThat(json.get("extract").getAsString()).contains("[1]");
    assertThat(json.getAsJsonArray("citations")).isNotEmpty();
    JsonObject wording = json.getAsJsonObject("wording");
    assertThat(wording.get("cited")).hasToString("[1]");
    assertThat(wording.get("droppedCitations")).hasToString("[\"77\"]");
    assertThat(wording.get("namesNotInSources")).hasToString("[\"Strange\",\"quux\"]");
  }

  @Test
  void whenTheModelFailsTheSourcesAreQuoted() throws InterruptedException {
    server.thenBreakOffAfter(ChatServer.chunk("Use a `BufReader` [1]. An"));
    CommandRun piped = run(Set.of(), "ask", QUESTION);
    assertThat(piped.exit()).isEqualTo(Exit.CLEAN);
    assertThat(piped.err())
        .matches(
            "rustmend: no model's words: a model at \\S+ fails: it broke off in the middle of .*\n");
    String extracted = run(Set.of(), "ask", "--no-model", QUESTION).out();
    assertThat(piped.out()).isEqualTo(extracted).contains("no model wrote this");
    assertThat(server.requests()).hasSize(1);
    server.thenBreakOffAfter(ChatServer.chunk("Use a `BufReader` [1]. An"));
    assertThat(run(Set.of(Terminal.Channel.OUT), "ask", "--color=never", QUESTION).out())
        .endsWith(extracted)
        .contains("Use a `BufReader` [1].", "(It broke off here.)");
  }

  @Test
  void whereNothingIsFoundNoModelIsAsked() throws InterruptedException {
    CommandRun result = run(Set.of(), "ask", "How do I bake a chocolate cake?");
    assertThat(result.exit()).isEqualTo(Exit.REMAIN);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aCodeIsExplainedInTheModelsWordsWhereThatIsAskedFor() throws InterruptedException {
    server.thenStream(
        List.of(bytes(ChatServer.chunk("The value was moved [1].") + ChatServer.finish("stop"))));
    CommandRun worded = run(Set.of(), "explain", "E0382", "--model");
    assertThat(worded.err()).isEmpty();
    assertThat(worded.out())
        .startsWith("E0382\n\nThe value was moved [1].\n\nSources\n\n1. E0382\n")
        .contains("Read on: ");
    String plain = run(Set.of(), "explain", "E0382").out();
    assertThat(plain).contains("Ways to repair it").doesNotContain("wrote this");
    server.thenAnswer(401, "");
    CommandRun failed = run(Set.of(), "explain", "E0382", "--model");
    assertThat(failed.out()).isEqualTo(plain);
    assertThat(failed.err()).contains("status 401").hasLineCount(1);
    assertThat(failed.exit()).isEqualTo(Exit.CLEAN);
  }

  @Test
  void withoutAModelTheExplanationIsThereAndOneSentence() throws InterruptedException, IOException {
    Files.delete(folder.resolve("config/rustmend/rustmend.toml"));
    CommandRun result = run(Set.of(), "explain", "E0382", "--model");
    assertThat(result.out()).contains("Ways to repair it");
    assertThat(result.err())
        .isEqualTo(
            "rustmend: no model's words: no model is chosen; see `rustmend model list`, then"
                + " `rustmend model use NAME`\n");
  }

  @Test
  void anErrorIsExplainedForItsOwnCode() throws InterruptedException, IOException {
    Path crate = folder.resolve("crate");
    Files.createDirectories(crate.resolve("src"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        "[package]\nname = \"toy\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    Files.writeString(
        crate.resolve("src/main.rs"),
        "fn main() {\n    let ferris: u8 = \"crab\";\n    println!(\"{ferris}\");\n}\n");
    server.thenStream(
        List.of(bytes(ChatServer.chunk("`ferris` is a text [1].") + ChatServer.finish("stop"))));
    String place = crate.resolve("src/main.rs") + ":2";
    JsonObject json =
        JsonParser.parseString(run(Set.of(), "explain", place, "--model", "--json").out())
            .getAsJsonObject();
    JsonObject problem = json.getAsJsonArray("problems").get(0).getAsJsonObject();
    assertThat(problem.get("explanation").getAsString()).contains("mismatched types");
    assertThat(problem.getAsJsonObject("wording").get("text").getAsString())
        .isEqualTo("`ferris` is a text [1].");
    assertThat(server.requests().getFirst().toString()).contains("// <- the error is here");
  }

  private CommandRun run(Set<Terminal.Channel> interactive, String... arguments) {
    return CommandRun.of(folder, environment(), interactive, arguments);
  }

  private Map<String, String> environment() {
    return Map.of(
        "PATH", System.getenv("PATH"),
        "HOME", System.getenv("HOME"),
        "RUSTMEND_CACHE_DIR", shared.resolve("cache").toString(),
        "XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
