package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.rustmend.model.ChatServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Pages in a model's words, in editors that follow files and in such that do not.
@Timeout(60)
class WrittenPagesTest {
  private static final String GROWS = "vscode-1.139";
  private static final String WAITS = "nvim-0.11";
  private static final String QUESTION = "How do I wind up a toy?";

  @TempDir private Path folder;
  private ChatServer server;

  @BeforeEach
  void start() throws Exception {
    server = ChatServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theAnswerGrowsInAnEditorThatFollowsFiles() throws Exception {
    server.thenStream(
        List.of(bytes(ChatServer.chunk("Wind it up [1][9]. ") + ChatServer.chunk("Gently."))));
    server.thenStream(
        List.of(
            bytes(ChatServer.chunk("Wind it up [1][9]. ")),
            bytes(ChatServer.chunk("Gently.") + ChatServer.finish("stop"))));
    try (Stage stage = stage(GROWS)) {
      // the first stream breaks off: the page is there, without the model
      stage.editor.execute(ServerCommand.ASK, new JsonPrimitive(QUESTION));
      Path page = shown(stage);
      assertThat(stage.editor.client.shown.take().getMessage()).contains("broke off");
      assertThat(end(stage, "Writing")).isEqualTo("the model failed");
      assertThat(Files.readString(page)).contains("Turn the key of the toy.", "no model wrote");
      stage.editor.execute(ServerCommand.ASK, new JsonPrimitive(QUESTION));
      assertThat(shown(stage)).isEqualTo(page);
      assertThat(end(stage, "Writing")).isEqualTo("done");
      assertThat(Files.readString(page))
          .startsWith("# How do I wind up a toy?\n\nWind it up [1]. Gently.\n\n## Sources\n\n1. ")
          .contains("toy at " + server.address() + " wrote this", "## Word for word");
      assertThat(stage.editor.client.documents).isEmpty();
    }
  }

  @Test
  void elsewhereTheAnswerIsShownWhenItIsWhole() throws Exception {
    server.thenStream(
        List.of(bytes(ChatServer.chunk("Wind it up [1].") + ChatServer.finish("stop"))));
    try (Stage stage = stage(WAITS)) {
      stage.editor.execute(ServerCommand.ASK, new JsonPrimitive(QUESTION));
      assertThat(Files.readString(shown(stage))).contains("\n\nWind it up [1].\n\n## Sources");
      assertThat(stage.editor.client.documents).isEmpty();
    }
  }

  @Test
  void theLastWordsRunAlongInTheProgressUntilTheRunIsCancelled() throws Exception {
    var words = new LinkedBlockingQueue<String>();
    server.thenStreamFrom(words);
    try (Stage stage = stage(GROWS)) {
      JsonObject run = stage.editor.execute(ServerCommand.ASK, new JsonPrimitive(QUESTION));
      Path page = shown(stage);
      String message = "";
      String text = "";
      while (!message.contains("wind it up") || !text.contains("wind it up")) {
        words.add(ChatServer.chunk("And then you wind it up [1]. So%d. ".formatted(words.size())));
        var report = stage.editor.client.reported.poll(100, TimeUnit.MILLISECONDS);
        message =
            report == null
                ? message
                : ((WorkDoneProgressReport) report.getValue().getLeft()).getMessage();
        text = Files.readString(page);
      }
      assertThat(text).contains("A model wrote this", "Turn the key of the toy.");
      stage.editor.execute(ServerCommand.CANCEL, run);
      assertThat(end(stage, "Writing")).isEqualTo("cancelled");
      assertThat(Files.readString(page))
          .contains("no model wrote this")
          .doesNotContain("wind it up");
      assertThat(stage.editor.client.shown).isEmpty();
    }
  }

  @Test
  void theUserCancelsTheWriting() throws Exception {
    server.thenFallSilentAfter(ChatServer.chunk("Wind it up [1]. And then you"));
    try (Stage stage = stage(WAITS)) {
      stage.editor.execute(ServerCommand.ASK, new JsonPrimitive(QUESTION));
      String token = begun(stage, "Writing");
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      stage.editor.remote.cancelProgress(new WorkDoneProgressCancelParams(Either.forLeft(token)));
      assertThat(ended(stage, token)).isEqualTo("cancelled");
      assertThat(stage.editor.client.documents).isEmpty();
    }
  }

  @Test
  void aModelWordsAnExplanationWhereThatIsAskedFor() throws Exception {
    server.thenStream(
        List.of(bytes(ChatServer.chunk("A text is no number [1].") + ChatServer.finish("stop"))));
    try (Stage stage = stage(GROWS)) {
      EditorDocument document = stage.openMain();
      List<CodeAction> explain =
          stage.editor.menu(document, "\"5\"").stream()
              .filter(action -> action.getCommand() != null)
              .toList();
      assertThat(explain)
          .extracting(CodeAction::getTitle)
          .containsExactly("Explain E0308", "Explain E0308 in the model's words");
      stage.editor.execute(
          ServerCommand.EXPLAIN, explain.getLast().getCommand().getArguments().toArray());
      Path page = shown(stage);
      assertThat(page.getFileName()).hasToString("E0308-worded.md");
      assertThat(end(stage, "Writing")).isEqualTo("done");
      assertThat(Files.readString(page))
          .contains("A text is no number [1].", "1. main.rs, lines 1 to 3", "## Word for word");
      assertThat(server.requests().getFirst().toString())
          .contains("let n: i32 = \\\"5\\\";  // <- the error is here");
    }
  }

  @Test
  void withoutAModelNothingSpeaksOfOne() throws Exception {
    try (Stage stage = Stage.initialized(folder, GROWS, Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      assertThat(stage.editor.menu(document, "\"5\""))
          .extracting(CodeAction::getTitle)
          .noneMatch(title -> title.contains("model"));
      stage.editor.execute(ServerCommand.ASK, new JsonPrimitive(QUESTION));
      assertThat(Files.readString(shown(stage))).contains("no model wrote this");
      assertThat(server.requests()).isEmpty();
    }
  }

  private Stage stage(String editor) throws Exception {
    Stage stage = Stage.silent(folder, editor, Stage.BROKEN);
    InitializeParams params = stage.editor.params();
    var model = new JsonObject();
    model.addProperty("endpoint", server.address());
    var options = new JsonObject();
    options.add("model", model);
    params.setInitializationOptions(options);
    stage.editor.client.settings = List.of(options);
    stage.editor.initialize(params);
    return stage;
  }

  private static Path shown(Stage stage) throws InterruptedException {
    return FromLsp.path(stage.editor.client.documents.take().getUri()).orElseThrow();
  }

  /// The token of the next progress whose title begins with `title`.
  private static String begun(Stage stage, String title) throws InterruptedException {
    while (true) {
      var params = stage.editor.client.begun.take();
      var begin = (WorkDoneProgressBegin) params.getValue().getLeft();
      if (begin.getTitle().startsWith(title)) {
        return params.getToken().getLeft();
      }
    }
  }

  private static String end(Stage stage, String title) throws InterruptedException {
    return ended(stage, begun(stage, title));
  }

  private static String ended(Stage stage, String token) throws InterruptedException {
    while (true) {
      var params = stage.editor.client.ended.take();
      if (params.getToken().getLeft().equals(token)) {
        return ((WorkDoneProgressEnd) params.getValue().getLeft()).getMessage();
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
