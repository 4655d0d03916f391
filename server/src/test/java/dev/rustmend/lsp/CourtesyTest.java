package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import dev.rustmend.repair.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a server in an editor does for the user's other programs, and what it sees of them.
@Timeout(60)
class CourtesyTest {
  @TempDir private Path folder;

  @Test
  void aCheckWaitsForTheUsersOwnBuildAndTheStatusSaysWhy() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      var _ = stage.openMain();
      Process build = builds(stage.crate.folder());
      stage.editor.save(stage.editor.documentOf(stage.main));
      String why = "paused while a build of yours runs in this workspace";
      JsonObject status = stage.editor.client.status.take();
      while (!status.get("message").getAsString().equals(why)) {
        status = stage.editor.client.status.take();
      }
      assertThat(status.get("quiescent").getAsBoolean()).as("nothing turns").isTrue();
      JsonObject workspace =
          stage
              .editor
              .execute(ServerCommand.STATUS)
              .getAsJsonArray("workspaces")
              .get(0)
              .getAsJsonObject();
      assertThat(workspace.get("paused").getAsString()).isEqualTo(why);
      assertThat(stage.cargo.runs()).isPositive();

      build.getOutputStream().close();
      while (!status.get("message").getAsString().equals("checking")) {
        status = stage.editor.client.status.take();
      }
    }
  }

  @Test
  void whatAPersonAsksForIsCheckedMeanwhile() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      var _ = stage.openMain();
      Process build = builds(stage.crate.folder());
      EditorDocument main = stage.editor.documentOf(stage.main);
      stage.editor.type(main, "\"5\"", "undefined");
      stage.editor.execute(ServerCommand.CHECK, main.uri);
      stage.editor.server.awaitCheckOf(stage.main, "undefined");
      build.getOutputStream().close();
    }
  }

  @Test
  void whereTheEditorDoesNotWatchFilesTheServerDoes() throws Exception {
    assumeThat(Path.of("/proc/locks")).as("Linux").isReadable();
    try (Stage stage = Stage.initialized(folder, "helix-25.07", Stage.BROKEN)) {
      var _ = stage.openMain();
      Path other = stage.crate.file("src/other.rs", "fn f() { missing }\n");
      Report report = stage.editor.server.awaitCheckOf(other, "missing");
      while (report.errors() < 2) {
        report = stage.editor.server.awaitCheckOf(other, "missing");
      }
      assertThat(report.problems()).anyMatch(it -> it.diagnostic().message().contains("`missing`"));
    }
  }

  /// A program that holds cargo's lock until its input ends.
  private static Process builds(Path crate) throws IOException {
    assumeThat(Path.of("/proc/locks")).as("a system that lists locks").isReadable();
    assumeThat(Path.of("/usr/bin/flock")).isExecutable();
    Path lock = Files.createDirectories(crate.resolve("target/debug")).resolve(".cargo-lock");
    Process build =
        new ProcessBuilder("/usr/bin/flock", lock.toString(), "sh", "-c", "echo held; cat").start();
    var output = new BufferedReader(build.inputReader(StandardCharsets.UTF_8));
    assertThat(output.readLine()).isEqualTo("held");
    return build;
  }
}
