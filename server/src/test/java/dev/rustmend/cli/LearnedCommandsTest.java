package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.learn.GitProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is learned from a git history, from the command line: learned, found, explained, forgotten.
@Timeout(300)
class LearnedCommandsTest {
  private static final String BROKEN =
      """
      pub fn zebra(of: &str) -> String {
          of.trim().to_string()
      }

      pub fn name(n: u32) -> String {
          match n {
              0 => String::new(),
              _ => "b",
          }
      }
      """;

  @TempDir private Path folder;
  private GitProject project;
  private Map<String, String> environment;

  @BeforeEach
  void begin() throws Exception {
    environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    environment.put("RUSTMEND_LEARNED_DIR", folder.resolve("learned").toString());
    project =
        GitProject.in(folder.resolve("work"))
            .file(
                "Cargo.toml",
                "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n")
            .file(".gitignore", "target\nCargo.lock\n")
            .file("src/lib.rs", BROKEN);
    project.commit("break");
    project.file("src/lib.rs", BROKEN.replace("\"b\"", "zebra(\"b\")")).commit("repair");
  }

  @Test
  void whatAHistoryTeachesIsFoundExplainedAndForgotten() throws Exception {
    JsonObject learned = json("kb", "learn", "--from-git", "--json");
    assertThat(learned.get("episodes").getAsInt()).isEqualTo(1);
    assertThat(learned.get("complete").getAsBoolean()).isTrue();
    JsonObject hit =
        json("kb", "search", "--json", "zebra").getAsJsonArray("hits").get(0).getAsJsonObject();
    assertThat(hit.get("kind").getAsString()).isEqualTo("learned");
    String id = hit.get("id").getAsString();
    assertThat(run("kb", "show", id).out()).contains("_ => zebra(\"b\"),", "commit");
    assertThat(run("ask", "--no-model", "zebra").out()).contains("Your own repair of E0308");
    assertThat(run("explain", "E0308").out())
        .contains("As you repaired it before", "+        _ => zebra(\"b\"),");
    assertThat(run("kb", "list", "--episodes").out())
        .contains("E0308", "src/lib.rs in ", "learned/E0308/");
    assertThat(run("kb", "forget", id).exit()).isEqualTo(Exit.CLEAN);
    assertThat(run("kb", "search", "zebra").out()).doesNotContain("learned/");
    assertThat(run("explain", "E0308").out()).doesNotContain("zebra");
  }

  @Test
  void nothingIsLearnedOrShownWhereLearningIsOff() throws Exception {
    assertThat(run("kb", "learn", "--from-git").exit()).isEqualTo(Exit.CLEAN);
    Files.writeString(project.root().resolve("rustmend.toml"), "learning = \"off\"\n");
    CommandRun refused = run("kb", "learn", "--from-git");
    assertThat(refused.exit()).isEqualTo(Exit.USAGE);
    assertThat(refused.err()).contains("learning is off here");
    assertThat(run("kb", "search", "zebra").out()).doesNotContain("learned/");
    assertThat(run("explain", "E0308").out()).doesNotContain("zebra");
  }

  @Test
  void withoutARepositoryOneSentenceSaysWhatToDo() throws Exception {
    CommandRun refused = CommandRun.of(folder, environment, "kb", "learn", "--from-git");
    assertThat(refused.exit()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(refused.err()).contains("is not in a git repository; give a folder that is");
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(project.root(), environment, arguments);
  }

  private JsonObject json(String... arguments) {
    CommandRun done = run(arguments);
    assertThat(done.exit()).as(done.err()).isEqualTo(Exit.CLEAN);
    return JsonParser.parseString(done.out()).getAsJsonObject();
  }
}
