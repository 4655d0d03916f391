package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files that belong to no package, compiled by the real rustc alone.
@Timeout(120)
class LooseFileTest {
  private static final String PROGRAM =
      """
      mod helper;
      const GREETING: &str = include_str!("greeting.txt");

      fn main() {
          let name = String::from("ferris");
          let length = helper::length(name);
          println!("{GREETING} {name} {length}");
      }
      """;
  private static final String HELPER =
      "pub fn length(text: String) -> usize {\n    text.len()\n}\n";

  @TempDir Path folder;
  private Sessions sessions;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    var environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    sessions = Sessions.create(Settings.defaults(), environment);
    Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(folder.resolve("scripts/helper.rs"), HELPER);
    Files.writeString(folder.resolve("scripts/greeting.txt"), "hello");
    file = Files.writeString(folder.resolve("scripts/2-greet.rs"), PROGRAM);
  }

  @AfterEach
  void close() {
    sessions.close();
  }

  @Test
  void itsErrorHasAVerifiedFixAndNothingIsWrittenBesideIt() throws Exception {
    RepairSession session = session(file);
    Report report = session.run(Snapshot.ofDisk(), _ -> {});
    assertThat(report.failureSentence()).isEmpty();
    assertThat(report.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.diagnostic().codeText()).isEqualTo("E0382");
          assertThat(problem.diagnostic().primary().orElseThrow().file()).isEqualTo(file);
          assertThat(problem.fixes()).isNotEmpty().allMatch(Fix::compiles);
        });
    try (var left = Files.list(file.getParent())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("2-greet.rs", "helper.rs", "greeting.txt");
    }
  }

  @Test
  void theBufferCountsAndAlsoThatOfAModule() throws Exception {
    var workspace = new Workspace();
    workspace.put(
        folder.resolve("scripts/helper.rs"), 1, SourceText.of(HELPER.replace("String", "&String")));
    workspace.put(file, 1, SourceText.of(PROGRAM.replace("(name)", "(&name)")));
    Report report = session(file).run(workspace.snapshot(), _ -> {});
    assertThat(report.problems()).isEmpty();
    assertThat(report.complete()).isTrue();
  }

  @Test
  void anErrorInItsModuleIsShownThere() throws Exception {
    Path helper =
        Files.writeString(folder.resolve("scripts/helper.rs"), HELPER.replace("usize", "u8"));
    Report report = session(file).run(Snapshot.ofDisk(), _ -> {});
    assertThat(report.problems())
        .anySatisfy(problem -> {
          assertThat(problem.diagnostic().codeText()).isEqualTo("E0308");
          assertThat(problem.diagnostic().primary().orElseThrow().file()).isEqualTo(helper);
        });
  }

  @Test
  void aFileWithoutMainIsALibraryAndAnUnsavedOneIsCompiledToo() throws Exception {
    Path unsaved = folder.resolve("scripts/new.rs");
    var workspace = new Workspace();
    workspace.put(unsaved, 1, SourceText.of("pub fn answer() -> i32 {\n    \"42\"\n}\n"));
    Report report = session(unsaved).run(workspace.snapshot(), _ -> {});
    assertThat(report.problems())
        .extracting(problem -> problem.diagnostic().codeText())
        .containsExactly("E0308");
  }

  @Test
  void twoOfOneFolderHaveSessionsOfTheirOwnAndAPackageTakesThemOver() throws Exception {
    Path other = Files.writeString(folder.resolve("scripts/other.rs"), "fn main() {}\n");
    RepairSession first = session(file);
    assertThat(session(other)).isNotSameAs(first);
    assertThat(session(file)).isSameAs(first);
    Files.writeString(
        folder.resolve("scripts/Cargo.toml"),
        "[package]\nname = \"scripts\"\nedition = \"2024\"\n[[bin]]\nname = \"other\"\npath = \"other.rs\"\n");
    assertThat(session(other).root()).isEqualTo(file.getParent());
  }

  @Test
  void aFolderWithoutAPackageIsRefusedWithASentence() throws Exception {
    assertThat(sessions.open(folder.resolve("scripts")))
        .isInstanceOfSatisfying(
            Opened.Refused.class,
            refused -> assertThat(refused.sentence()).contains("no Cargo.toml", "cargo init"));
  }

  @Test
  void theLoopOfFixRepairsIt() throws Exception {
    RepairSession session = session(file);
    FixOutcome outcome =
        new FixLoop(session)
            .run(Snapshot.ofDisk(), FixRequest.everything(), FixChooser.best(), _ -> {});
    assertThat(outcome.isClean()).isTrue();
    assertThat(outcome.changes().keySet()).containsExactly(file);
  }

  private RepairSession session(Path path) throws InterruptedException {
    return switch (sessions.open(path)) {
      case Opened.Session(RepairSession session) -> session;
      case Opened.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }
}
