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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
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

  /// A fix that needs no model, and an error that nothing but one repairs.
  private static final String TWO =
      MAIN + "\nfn list() -> usize {\n    let list = vec![1];\n    list.len\n}\n";

  private static final String HALF = TWO.replace("list.len", "list.len()");

  @Test
  void whatWasFixedBeforeAModelIsAskedIsWrittenAndToldAndStaysAfterAnInterrupt() throws Exception {
    Files.writeString(crate.resolve("src/main.rs"), TWO);
    CommandRun result = interrupted("fix");
    assertThat(result.exit()).isEqualTo(Exit.INTERRUPTED);
    assertThat(crate.resolve("src/main.rs")).content().isEqualTo(HALF);
    assertThat(result.out()).contains("-    list.len\n+    list.len()\n").doesNotContain("Asked ");
    assertThat(result.err())
        .contains("rustmend: 1 fix written before the model was asked stays; run fix again")
        .endsWith("rustmend: interrupted\n");
    Files.writeString(crate.resolve("src/main.rs"), TWO);
    JsonObject json = JsonParser.parseString(interrupted("fix", "--json").out()).getAsJsonObject();
    assertThat(json.getAsJsonArray("changed")).hasSize(1);
    Files.writeString(crate.resolve("src/main.rs"), TWO);
    CommandRun dry = interrupted("fix", "--dry-run");
    assertThat(dry.out()).contains("+    list.len()\n");
    assertThat(dry.err()).contains("nothing was written");
    assertThat(crate.resolve("src/main.rs")).content().isEqualTo(TWO);
  }

  @Test
  void whatTheModelAddsIsShownAndWrittenOnTopOfThat() throws IOException {
    Files.writeString(crate.resolve("src/main.rs"), TWO);
    String all = HALF.replace("\"seven\"", "\"seven\".len() as u32");
    try (ChatServer server = ChatServer.start()) {
      server.thenSay(framed(all));
      Files.writeString(settings, "[model]\nendpoint = \"%s\"\n".formatted(server.address()));
      CommandRun result = run("fix");
      assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(Exit.CLEAN);
      assertThat(crate.resolve("src/main.rs")).content().isEqualTo(all);
      assertThat(result.out()).containsOnlyOnce("+    list.len()\n");
      assertThat(result.out()).containsOnlyOnce("+    let number: u32 = \"seven\".len() as u32;\n");
      assertThat(result.out()).contains("✓ 2 errors → none: 2 fixes to 1 file in ");
    }
  }

  /// A run with a model that never answers, interrupted as soon as it is asked.
  private CommandRun interrupted(String... arguments) throws Exception {
    var begun = new CountDownLatch(1);
    try (ChatServer server = ChatServer.start()) {
      server.thenHang(begun);
      Files.writeString(settings, "[model]\nendpoint = \"%s\"\n".formatted(server.address()));
      var task = new FutureTask<>(() -> run(arguments));
      Thread thread = Thread.ofVirtual().name("fix").start(task);
      begun.await();
      thread.interrupt();
      return task.get();
    }
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
