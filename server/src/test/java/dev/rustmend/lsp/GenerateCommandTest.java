package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `rustmend.server.generate`: a project beside the one that is open.
@Timeout(300)
class GenerateCommandTest {
  @TempDir private Path folder;

  @Test
  void aProjectIsMadeBesideTheOpenOneAndShown() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      JsonObject answer =
          stage.editor.execute(
              ServerCommand.GENERATE, wish("keeps the notes of a band", "band-notes"));
      assertThat(answer.get("runId").getAsString()).isEqualTo("generate-1");
      MessageParams message = stage.editor.client.shown.take();
      assertThat(message.getMessage()).contains("band-notes was made");
      Path made = stage.crate.folder().resolveSibling("band-notes");
      assertThat(Files.readString(made.resolve("Cargo.toml"))).contains("name = \"band-notes\"");
      assertThat(stage.editor.client.documents.take().getUri()).endsWith("band-notes/README.md");
      assertThat(stage.main).hasContent(Stage.BROKEN);
    }
  }

  @Test
  void whatIsThereAlreadyIsLeftAlone() throws Exception {
    try (Stage stage = Stage.initialized(folder, "nvim-0.11", Stage.BROKEN)) {
      Path there = stage.crate.folder().resolveSibling("taken");
      Files.writeString(Files.createDirectories(there).resolve("mine.txt"), "mine");
      stage.editor.execute(ServerCommand.GENERATE, wish("keeps notes", "taken"));
      MessageParams message = stage.editor.client.shown.take();
      assertThat(message.getType()).isEqualTo(MessageType.Warning);
      assertThat(message.getMessage()).contains("give another `name`");
      assertThat(there.toFile().list()).containsExactly("mine.txt");
    }
  }

  @Test
  void whatNothingFitsIsDeclined() throws Exception {
    try (Stage stage = Stage.initialized(folder, "helix-25.07", Stage.BROKEN)) {
      var wish = new JsonObject();
      wish.addProperty("description", "trading bot for bitcoin on an exchange");
      stage.editor.execute(ServerCommand.GENERATE, wish);
      assertThat(stage.editor.client.shown.take().getMessage()).contains("No template fits");
    }
  }

  private static JsonObject wish(String description, String name) {
    var wish = new JsonObject();
    wish.addProperty("description", description);
    wish.addProperty("name", name);
    wish.addProperty("template", "templates/command-line/sub-commands-and-exit-codes");
    return wish;
  }
}
