package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir Path folder;
  @TempDir Path cache;

  @Test
  void aTemplateBecomesAFolderNamedLikeIt() throws Exception {
    CommandRun run = run("generate", "--template", "lru-cache", "--out", "memo", "--no-model");
    assertThat(run.exit()).as(run.err()).isEqualTo(Exit.CLEAN);
    assertThat(folder.resolve("memo/Cargo.toml")).content().contains("name = \"memo\"");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("memo"));
    }
    assertThat(run.out()).contains("cargo test --workspace");
  }

  @Test
  void aFolderThatHoldsSomethingIsRefused() throws Exception {
    Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("x"), "mine");
    CommandRun run = run("generate", "a cache", "--template", "lru-cache", "--out", "full");
    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("is not empty");
    assertThat(folder.resolve("full")).isDirectoryContaining("glob:**/x");
  }

  @Test
  void aTemplateIsShownAndListedWithoutWriting() {
    assertThat(run("generate", "--template", "lru-cache").out()).contains("Cargo.toml");
    assertThat(run("generate", "--template", "list").out()).contains("templates/library/lru-cache");
    assertThat(run("generate", "--template", "nonsense").exit()).isEqualTo(Exit.USAGE);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void documentsOfRustCoderAreImportedExportedAndFoundAgain() throws Exception {
    Files.writeString(
        folder.resolve("e.json"),
        "{\"error\": \"error[E0502]: flumox is borrowed\", \"solution\": \"End it first.\"}");
    assertThat(run("kb", "import", "e.json").out()).contains("1 note");
    assertThat(run("kb", "import", "e.json").exit()).isEqualTo(Exit.REMAIN);
    assertThat(run("kb", "export", "--notes", "--out", "carried").exit()).isEqualTo(Exit.CLEAN);
    assertThat(CommandRun.of(folder, elsewhere("other"), "kb", "import", "carried").out())
        .contains("1 note");
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, elsewhere("notes"), arguments);
  }

  private Map<String, String> elsewhere(String notes) {
    var environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", cache.resolve("cache").toString());
    environment.put("RUSTMEND_NOTES_DIR", cache.resolve(notes).toString());
    environment.put("RUSTMEND_LEARNED_DIR", cache.resolve("learned").toString());
    return environment;
  }
}
