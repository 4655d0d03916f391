package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.model.RealModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `ask` and `explain --model` with a small model that somebody trained, in the real worker
/// process: `mvn test -Preal-model -Dtest=RealModelTest`. What it wrote goes to
/// `target/real-model.txt`, for people: a model of this size is no judge of Rust.
@Tag("real-model")
class RealModelTest {
  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws IOException, InterruptedException {
    Path settings = Files.createDirectories(folder.resolve("config/rustmend"));
    Files.writeString(
        settings.resolve("rustmend.toml"),
        "[knowledge]\ntoolchainDocs = false\n[model]\npath = '%s'\nmaxSeconds = 600\n"
            .formatted(RealModel.file()));
  }

  @Test
  @Timeout(900)
  void itWordsAnAnswerFromTheSources() throws InterruptedException, IOException {
    CommandRun result = run("ask", "--json", "How do I read a file line by line?");
    assertThat(result.err()).isEmpty();
    JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(json.get("by").getAsString()).isEqualTo("model");
    JsonArray sources = json.getAsJsonArray("citations");
    checkWording(json.getAsJsonObject("wording"), sources.size());
    keep("ask", json.get("answer").getAsString());
  }

  @Test
  @Timeout(900)
  void itWordsALessonAboutACode() throws InterruptedException, IOException {
    CommandRun result = run("explain", "E0382", "--model", "--json");
    assertThat(result.err()).isEmpty();
    JsonObject wording =
        JsonParser.parseString(result.out()).getAsJsonObject().getAsJsonObject("wording");
    checkWording(wording, 3);
    keep("explain E0382 --model", wording.get("text").getAsString());
  }

  @Test
  @Timeout(900)
  void itWordsAnErrorInSomebodysCode() throws InterruptedException, IOException {
    Path file =
        crate(
                """
                fn main() {
                    let name = String::from("ferris");
                    let other = name;
                    println!("{name} {other}");
                }
                """)
            .resolve("src/main.rs");
    CommandRun result = run("explain", file + ":4", "--model");
    assertThat(result.err()).doesNotContain("no model's words");
    assertThat(result.out())
        .contains("borrow of moved value: name")
        .containsPattern("\nSources\n\n1. main.rs, lines 1 to 5\n2\\. ")
        .contains("wrote this from these");
    keep("explain src/main.rs:4 --model", result.out());
  }

  @Test
  @Timeout(900)
  void itIsAskedForAFixOfWhatNothingElseRepairs() throws InterruptedException, IOException {
    Path crate =
        crate(
            """
            fn seven() -> u32 {
                let number: u32 = "seven";
                number + 1
            }

            fn main() {
                println!("{}", seven());
            }
            """);
    Path file = crate.resolve("src/main.rs");
    String before = Files.readString(file);
    CommandRun result = run("fix", crate.toString(), "--json");
    JsonObject attempt =
        JsonParser.parseString(result.out())
            .getAsJsonObject()
            .getAsJsonArray("model")
            .get(0)
            .getAsJsonObject();
    JsonArray answers = attempt.getAsJsonArray("answers");
    assertThat(answers).isNotEmpty();
    int tokens = 0;
    for (JsonElement answer : answers) {
      assertThat(answer.getAsJsonObject().get("verdict").getAsString()).isNotBlank();
      // the last one may have been cut off before its first word
      tokens += answer.getAsJsonObject().get("generatedTokens").getAsInt();
    }
    assertThat(tokens).isPositive();
    if (result.exit() == Exit.CLEAN) {
      assertThat(attempt.get("ending").getAsString()).isEqualTo("repaired");
      assertThat(file).content().isNotEqualTo(before);
    } else {
      assertThat(file).content().isEqualTo(before);
    }
    keep("fix --json", attempt.toString());
  }

  private Path crate(String main) throws IOException {
    Path crate = folder.resolve("crate");
    Files.createDirectories(crate.resolve("src"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        "[package]\nname = \"toy\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    Files.writeString(crate.resolve("src/main.rs"), main);
    return crate;
  }

  private static void checkWording(JsonObject wording, int sources) {
    assertThat(wording.get("model").getAsString()).isNotBlank();
    assertThat(wording.get("text").getAsString()).hasSizeGreaterThan(40);
    for (JsonElement cited : wording.getAsJsonArray("cited")) {
      assertThat(cited.getAsInt()).isBetween(1, sources);
    }
  }

  private static synchronized void keep(String command, String text) throws IOException {
    Path target = Path.of("target");
    Path kept = target.resolve("real-model.txt");
    if (Files.isDirectory(target)) {
      String before = Files.exists(kept) ? Files.readString(kept) : "";
      Files.writeString(kept, before + "== " + command + "\n" + text.strip() + "\n\n");
    }
  }

  private CommandRun run(String... arguments) {
    Map<String, String> environment =
        Map.of(
            "PATH", System.getenv("PATH"),
            "HOME", System.getenv("HOME"),
            "RUSTMEND_CACHE_DIR", folder.resolve("cache").toString(),
            "XDG_CONFIG_HOME", folder.resolve("config").toString());
    return CommandRun.of(folder, environment, arguments);
  }
}
