package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a client that gives a token with its command hears under it.
@Timeout(60)
class CommandProgressTest {
  private static final String TOKEN = "the-client's-own";

  @TempDir private Path folder;

  @Test
  void theEndOfARunIsToldUnderTheClientsToken() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.openMain();
      execute(stage, ServerCommand.FIX_FILE, stage.editor.documentOf(stage.main).uri);
      awaitToken(stage.editor.client.begun);
      awaitToken(stage.editor.client.ended);
      assertThat(stage.editor.client.edits).as("the edit comes before the end").isNotEmpty();
      assertThat(stage.editor.client.tokens).as("asked for by the server").doesNotContain(TOKEN);
    }
  }

  @Test
  void whatARunTellsIsToldUnderTheClientsToken() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.openMain();
      int before = stage.editor.client.tokens.size();
      execute(stage, ServerCommand.FIX_FILE, stage.editor.documentOf(stage.main).uri);
      awaitToken(stage.editor.client.ended);
      assertThat(stage.editor.client.tokens).as("no progress beside it").hasSize(before);
    }
  }

  @Test
  void aCommandThatStartsNothingEndsAtOnce() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      execute(stage, ServerCommand.CANCEL, "fixFile-99");
      awaitToken(stage.editor.client.ended);
    }
  }

  @Test
  void theTokenCancelsTheRun() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.openMain();
      stage.editor.type(stage.editor.documentOf(stage.main), "let n", "let m");
      stage.cargo.hang();
      execute(stage, ServerCommand.FIX_FILE, stage.editor.documentOf(stage.main).uri);
      stage.cargo.awaitHanging();
      stage.editor.remote.cancelProgress(new WorkDoneProgressCancelParams(Either.forLeft(TOKEN)));
      stage.cargo.awaitInterrupted();
      awaitToken(stage.editor.client.ended);
    }
  }

  @Test
  void theStatusBarSaysWhyAFileIsNotChecked() throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    Path lonely = Files.writeString(place.resolve("lonely.rs"), "fn main() {}\n");
    try (Stage stage = Stage.silent(folder, "vscode-1.139", Stage.BROKEN)) {
      var params = stage.editor.params();
      params.setWorkspaceFolders(List.of(new WorkspaceFolder(place.toUri().toString(), "place")));
      stage.editor.initialize(params);
      stage.editor.open(lonely);
      JsonObject status = stage.editor.client.status.take();
      assertThat(status.get("health").getAsString()).isEqualTo("error");
      assertThat(status.get("message").getAsString()).contains("There is no Cargo.toml in");
    }
  }

  private static void execute(Stage stage, ServerCommand command, String argument)
      throws Exception {
    var params = new ExecuteCommandParams(command.id(), List.of(new JsonPrimitive(argument)));
    params.setWorkDoneToken(TOKEN);
    stage.editor.remote.getWorkspaceService().executeCommand(params).get();
  }

  private static void awaitToken(BlockingQueue<ProgressParams> queue) throws InterruptedException {
    while (!queue.take().getToken().getLeft().equals(TOKEN)) {}
  }
}
