package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.model.ChatServer;
import dev.rustmend.model.TinyModel;
import dev.rustmend.model.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `rustmend fix` with a model, in this process.
class FixWithModelTest {
  private static final String MAIN =
      """
      fn seven() -> u32 {
          let number: u32 = "seven";
          number + 1
      }

      fn main() {
          println!("{}", seven());
      }
      """;
  private static final String RIGHT = MAIN.replace("\"seven\"", "\"seven\".len() as u32");

  @TempDir private Path folder;
  private Path crate = Path.of("");
  private Path settings = Path.of("");

  @BeforeEach
  void makeCrate() throws IOException {
    Path home = folder.toRealPath();
    crate = Files.createDirectories(home.resolve("app"));
    Files.createDirectories(crate.resolve("src"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    Files.writeString(crate.resolve("src/main.rs"), MAIN);
    settings = home.resolve("config/rustmend/rustmend.toml");
    Files.createDirectories(settings.getParent());
  }

  @Test
  void whatTheModelRepairedIsWrittenAndSaid() throws IOException {
    try (ChatServer server = ChatServer.start()) {
      server.thenSay("Nothing to see.").thenSay(framed(RIGHT));
      Files.writeString(settings, "[model]\nendpoint = \"%s\"\n".formatted(server.address()));
      CommandRun result = run("fix", "-v");
      assertThat(result.exit()).isEqualTo(Exit.CLEAN);
      assertThat(crate.resolve("src/main.rs")).content().isEqualTo(RIGHT);
      assertThat(result.out())
          .contains("✓ Rewrite the function `seven`  compiles, model")
          .contains(
              "Asked a model at %s about 1 error: 2 answers, 240 tokens, "
                  .formatted(server.address()))
          .contains("   ✓ E0308 at src/main.rs:2:23: Rewrite the function `seven`\n")
          .contains(
              "     1.1.1  the answer has no block of code  100 tokens read, 0 known, 20 written, ")
          .contains("     1.1.2  Rewrite the function `seven`: compiles  100 tokens read,");
    }
  }

  @Test
  void whyTheModelHadNoFixIsSaidInOneLineAndAllOfItAsJson() throws IOException {
    try (ChatServer server = ChatServer.start()) {
      Files.writeString(settings, "[model]\nendpoint = \"%s\"\n".formatted(server.address()));
      CommandRun text = run("fix");
      assertThat(text.exit()).isEqualTo(Exit.REMAIN);
      assertThat(text.out())
          .contains(
              "   ✗ E0308 at src/main.rs:2:23: no fix: none of its answers holds (16 × the answer has"
                  + " no block of code)\n");
      assertThat(crate.resolve("src/main.rs")).content().isEqualTo(MAIN);
      JsonObject attempt = model(run("fix", "--json"));
      assertThat(attempt.get("code").getAsString()).isEqualTo("E0308");
      assertThat(attempt.get("ending").getAsString()).isEqualTo("no_fix");
      assertThat(attempt.get("why").getAsString()).contains("before");
      Files.writeString(crate.resolve("src/main.rs"), MAIN + "\n");
      server.thenSay(framed(RIGHT));
      JsonObject repaired = model(run("fix", "--json", "--dry-run"));
      assertThat(repaired.get("ending").getAsString()).isEqualTo("repaired");
      JsonObject answer = repaired.getAsJsonArray("answers").get(0).getAsJsonObject();
      assertThat(answer.get("verdict").getAsString()).isEqualTo("compiles");
      assertThat(answer.get("generatedTokens").getAsInt()).isEqualTo(20);
    }
  }

  @Test
  void noModelMeansThatNobodyIsAsked() throws IOException {
    try (ChatServer server = ChatServer.start()) {
      Files.writeString(settings, "[model]\nendpoint = \"%s\"\n".formatted(server.address()));
      CommandRun result = run("fix", "--no-model");
      assertThat(result.exit()).isEqualTo(Exit.REMAIN);
      assertThat(result.out()).doesNotContain("Asked ");
      assertThat(
              JsonParser.parseString(run("fix", "--no-model", "--json").out())
                  .getAsJsonObject()
                  .has("model"))
          .isFalse();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aModelInAFileIsAskedInItsWorkerAndTheTinyOneRepairsNothing()
      throws IOException, InterruptedException {
    Workers.tiny(folder).close();
    Path tiny = TinyModel.write(folder.resolve("Tiny.gguf"));
    Files.writeString(settings, "[model]\npath = \"%s\"\nmaxSeconds = 60\n".formatted(tiny));
    CommandRun result = run("fix");
    assertThat(result.exit()).isEqualTo(Exit.REMAIN);
    assertThat(result.out()).contains("Asked Tiny F32 about 1 error: ");
    assertThat(crate.resolve("src/main.rs")).content().isEqualTo(MAIN);
  }

  @Test
  void aModelThatIsMissingIsSaidAndTheRestIsDone() throws IOException {
    Files.writeString(settings, "[model]\npath = \"none.gguf\"\n");
    Files.writeString(
        crate.resolve("src/main.rs"),
        MAIN.replace("number + 1", "let x = 1;\n    x = number;\n    x"));
    CommandRun result = run("fix");
    assertThat(result.exit()).isEqualTo(Exit.REMAIN);
    assertThat(result.out()).contains("✗ E0308 at src/main.rs:2:23: there is no model file");
  }

  private static JsonObject model(CommandRun result) {
    return JsonParser.parseString(result.out())
        .getAsJsonObject()
        .getAsJsonArray("model")
        .get(0)
        .getAsJsonObject();
  }

  private static String framed(String text) {
    return "Item 1\n```rust\n%s```\n".formatted(text.substring(0, text.indexOf("}\n") + 2));
  }

  private CommandRun run(String... arguments) throws IOException {
    Path home = folder.toRealPath();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", home.resolve("cache").toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    return CommandRun.of(crate, environment, arguments);
  }
}
