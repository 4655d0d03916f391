package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandTest {
  private static final String TWO_ERRORS =
      "fn main() {\n    let n: i32 = \"5\";\n    print(undefined);\n}\n";
  private static final String NONE = "fn main() {\n    let n: i32 = 5;\n    print(defined);\n}\n";

  @TempDir private Path folder;

  @Test
  void fixFileSendsOneEditThatRepairsTheFile() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", TWO_ERRORS)) {
      EditorDocument document = stage.openMain();
      JsonObject answer =
          stage.editor.execute(ServerCommand.FIX_FILE, new JsonPrimitive(document.uri));
      assertThat(answer.get("runId").getAsString()).isEqualTo("fixFile-1");
      var edit = stage.editor.client.edits.take();
      assertThat(edit.getLabel()).isEqualTo("Fixing main.rs");
      stage.editor.apply(edit.getEdit());
      assertThat(document.text.text()).isEqualTo(NONE);
    }
  }

  @Test
  void withoutArgumentsItIsTheDocumentTouchedLast() throws Exception {
    try (Stage stage = Stage.initialized(folder, "helix-25.07", TWO_ERRORS)) {
      EditorDocument document = stage.openMain();
      stage.editor.execute(ServerCommand.FIX_FILE);
      stage.editor.apply(stage.editor.client.edits.take().getEdit());
      assertThat(document.text.text()).isEqualTo(NONE);
    }
  }

  @Test
  void fixWorkspaceRepairsOpenAndClosedFiles() throws Exception {
    String text = "mod greet;\nfn main() {\n    greet::hello();\n    print(undefined);\n}\n";
    try (Stage stage = Stage.silent(folder, "helix-25.07", text)) {
      Path greet = stage.crate.file("src/greet.rs", "// é\r\nfn hello() {}\r\n");
      stage.editor.initialize();
      EditorDocument document = stage.openMain();
      stage.editor.execute(ServerCommand.FIX_WORKSPACE);
      stage.editor.apply(stage.editor.client.edits.take().getEdit());
      assertThat(document.text.text()).isEqualTo(text.replace("undefined", "defined"));
      assertThat(Files.readString(greet)).isEqualTo("// é\r\npub fn hello() {}\r\n");
    }
  }

  @Test
  void aRefusedEditIsExplained() throws Exception {
    try (Stage stage = Stage.initialized(folder, "nvim-0.11", TWO_ERRORS)) {
      var refusal = new ApplyWorkspaceEditResponse(false);
      refusal.setFailureReason("buffer is not modifiable");
      stage.editor.client.applies = edit -> refusal;
      stage.openMain();
      stage.editor.execute(ServerCommand.FIX_FILE);
      var message = stage.editor.client.shown.take();
      assertThat(message.getType()).isEqualTo(MessageType.Warning);
      assertThat(message.getMessage()).contains("buffer is not modifiable");
    }
  }

  @Test
  void anEditThatTheUserDiscardsIsNoNews() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", TWO_ERRORS)) {
      var refusal = new ApplyWorkspaceEditResponse(false);
      refusal.setFailureReason("");
      stage.editor.client.applies = edit -> refusal;
      stage.openMain();
      stage.editor.execute(ServerCommand.FIX_FILE);
      stage.editor.client.edits.take();
      var last = stage.editor.client.ended.take();
      while (!last.getValue().getLeft().equals(notDone())) {
        last = stage.editor.client.ended.take();
      }
      assertThat(stage.editor.client.shown).isEmpty();
    }
  }

  private static WorkDoneProgressEnd notDone() {
    var end = new WorkDoneProgressEnd();
    end.setMessage("not done");
    return end;
  }

  @Test
  void whereNothingCanBeFixedAMessageSaysSo() throws Exception {
    try (Stage stage = Stage.initialized(folder, "nvim-0.11", "fn main() { missing }\n")) {
      stage.openMain();
      stage.editor.execute(ServerCommand.FIX_FILE);
      assertThat(stage.editor.client.shown.take().getMessage())
          .contains("no verified fix", "1 error");
    }
  }

  @Test
  void explainShowsADocument() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      CodeAction explain =
          stage.editor.menu(document, "\"5\"").stream()
              .filter(action -> action.getCommand() != null)
              .findFirst()
              .orElseThrow();
      JsonObject answer =
          stage.editor.execute(
              ServerCommand.EXPLAIN, explain.getCommand().getArguments().toArray());
      assertThat(answer.get("runId").getAsString()).isEqualTo("explain-1");
      Path shown = FromLsp.path(stage.editor.client.documents.take().getUri()).orElseThrow();
      assertThat(shown.getFileName()).hasToString("E0308.md");
      assertThat(Files.readString(shown)).contains("mismatched types", "missing");
    }
  }

  @Test
  void withoutDocumentsToShowAMessageNamesTheFile() throws Exception {
    try (Stage stage = Stage.initialized(folder, "nvim-0.7.2", Stage.BROKEN)) {
      stage.editor.execute(ServerCommand.EXPLAIN, new JsonPrimitive("E0308"));
      assertThat(stage.editor.client.shown.take().getMessage()).endsWith("E0308.md");
      stage.editor.execute(ServerCommand.EXPLAIN, new JsonPrimitive("E9999"));
      assertThat(stage.editor.client.shown.take().getMessage()).contains("no error here");
    }
  }

  @Test
  void askShowsAnAnswerWithItsSources() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      JsonObject answer =
          stage.editor.execute(ServerCommand.ASK, new JsonPrimitive("How do I wind up a toy?"));
      assertThat(answer.get("runId").getAsString()).isEqualTo("ask-1");
      Path shown = FromLsp.path(stage.editor.client.documents.take().getUri()).orElseThrow();
      assertThat(Files.readString(shown))
          .contains("Turn the key of the toy.", "toy.wind_up();", "`tasks/toys/wind-up`");
      stage.editor.execute(ServerCommand.ASK);
      assertThat(stage.editor.client.shown.take().getMessage()).contains("no question");
    }
  }

  @Test
  void checkChecksAgain() throws Exception {
    try (Stage stage = Stage.initialized(folder, "kate", Stage.BROKEN)) {
      stage.openMain();
      JsonObject answer = stage.editor.execute(ServerCommand.CHECK);
      assertThat(answer.get("runId").getAsString()).isEqualTo("check-1");
      stage.awaitCheckOf("fn main");
    }
  }

  @Test
  void checkOfAFolderWithoutCargoSaysWhatToDo() throws Exception {
    try (Stage stage = Stage.initialized(folder, "kate", Stage.BROKEN)) {
      String nowhere = Files.createDirectories(folder.resolve("nowhere")).toUri().toString();
      stage.editor.execute(ServerCommand.CHECK, new JsonPrimitive(nowhere));
      assertThat(stage.editor.client.shown.take().getMessage()).contains("Cargo.toml");
    }
  }

  @Test
  void cancelEndsEverything() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.cargo.hang();
      stage.editor.open(stage.main);
      stage.cargo.awaitHanging();
      stage.editor.execute(ServerCommand.CANCEL);
      stage.cargo.awaitInterrupted();
      assertThat(end(stage)).isEqualTo("cancelled");
    }
  }

  @Test
  void theUserCancelsTheProgress() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.cargo.hang();
      stage.editor.open(stage.main);
      stage.cargo.awaitHanging();
      String token = stage.editor.client.begun.take().getToken().getLeft();
      stage.editor.remote.cancelProgress(new WorkDoneProgressCancelParams(Either.forLeft(token)));
      stage.cargo.awaitInterrupted();
      assertThat(end(stage)).isEqualTo("cancelled");
    }
  }

  @Test
  void oneRunIsCancelledByItsId() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.openMain();
      stage.editor.type(stage.editor.documentOf(stage.main), "let n", "let m");
      stage.cargo.hang();
      JsonObject run = stage.editor.execute(ServerCommand.FIX_FILE);
      stage.cargo.awaitHanging();
      stage.editor.execute(ServerCommand.CANCEL, run);
      stage.cargo.awaitInterrupted();
    }
  }

  @Test
  void everyCheckHasAProgressThatEnds() throws Exception {
    try (Stage stage = Stage.initialized(folder, "helix-25.07", Stage.BROKEN)) {
      stage.openMain();
      assertThat(end(stage)).isEqualTo("1 error, 1 with a verified fix");
      assertThat(stage.editor.client.tokens).hasSize(1);
    }
  }

  @Test
  void statusTellsOfWorkspacesAndRuns() throws Exception {
    try (Stage stage = Stage.initialized(folder, "zed", Stage.BROKEN)) {
      stage.openMain();
      JsonObject status = stage.editor.execute(ServerCommand.STATUS);
      JsonArray workspaces = status.getAsJsonArray("workspaces");
      assertThat(workspaces).hasSize(1);
      JsonObject workspace = workspaces.get(0).getAsJsonObject();
      assertThat(workspace.get("root").getAsString()).isEqualTo(stage.crate.folder().toString());
      assertThat(workspace.get("errors").getAsInt()).isEqualTo(1);
      assertThat(workspace.get("fixable").getAsInt()).isEqualTo(1);
      assertThat(status.getAsJsonArray("runs")).isEmpty();
    }
  }

  @Test
  void theStatusBarIsToldOnlyWhereItAsks() throws Exception {
    try (Stage stage = Stage.initialized(folder, "zed", Stage.BROKEN)) {
      stage.openMain();
      List<JsonObject> said =
          List.of(stage.editor.client.status.take(), stage.editor.client.status.take());
      assertThat(said)
          .extracting(status -> status.get("quiescent").getAsBoolean())
          .containsExactly(false, true);
      assertThat(said).extracting(status -> status.get("health").getAsString()).containsOnly("ok");
      assertThat(said.getFirst().has("errors")).as("nothing was checked yet").isFalse();
      assertThat(said.getLast().get("errors").getAsInt()).isEqualTo(1);
      assertThat(said.getLast().get("fixable").getAsInt()).isEqualTo(1);
    }
    try (Stage stage = Stage.initialized(folder.resolve("other"), "sublime", Stage.BROKEN)) {
      stage.openMain();
      assertThat(end(stage)).isNotEmpty();
      assertThat(stage.editor.client.status).isEmpty();
    }
  }

  private static String end(Stage stage) throws InterruptedException {
    var end = (WorkDoneProgressEnd) stage.editor.client.ended.take().getValue().getLeft();
    return end.getMessage();
  }
}
