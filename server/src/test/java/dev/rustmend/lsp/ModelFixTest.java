package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rustmend.model.ChatEndpoint;
import dev.rustmend.model.ChatServer;
import dev.rustmend.model.EndpointModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionTag;
import org.eclipse.lsp4j.CodeActionTagSupportCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The language model's fixes in an editor.
@Timeout(60)
class ModelFixTest {
  private static final String LOST = "fn main() {\n    let n = missing;\n}\n";
  private static final String FOUND = "fn main() {\n    let n = present;\n}\n";
  private static final String ASK = "Ask the model for a fix";

  @TempDir private Path folder;
  private ChatServer server;

  @BeforeEach
  void start() throws IOException {
    server = ChatServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anErrorWithoutAFixOffersToAskAndTheAnswerComesAsAnEdit() throws Exception {
    server.thenSay("Item 1\n```rust\n" + FOUND + "```\n");
    try (Stage stage = stage(Map.of("path", "some.gguf"))) {
      EditorDocument document = stage.openMain();
      CodeAction ask = quickFixes(stage, document).getFirst();
      assertThat(ask.getTitle()).isEqualTo(ASK);
      JsonObject run =
          stage.editor.execute(ServerCommand.FIX_FILE, ask.getCommand().getArguments().toArray());
      assertThat(run.get("runId").getAsString()).isEqualTo("fixFile-1");
      var edit = stage.editor.client.edits.take();
      assertThat(edit.getLabel()).isEqualTo("Rewrite the function `main`");
      stage.editor.apply(edit.getEdit());
      assertThat(document.text.text()).isEqualTo(FOUND);
    }
  }

  @Test
  void withoutAModelNothingMentionsOne() throws Exception {
    try (Stage stage = stage(Map.of())) {
      EditorDocument document = stage.openMain();
      assertThat(quickFixes(stage, document)).isEmpty();
      var argument = new JsonObject();
      argument.addProperty("uri", document.uri);
      argument.addProperty("model", true);
      stage.editor.execute(ServerCommand.FIX_FILE, argument);
      assertThat(stage.editor.client.shown.take().getMessage())
          .contains("no verified fix")
          .doesNotContain("the model");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whereItMayAskByItselfTheFixIsReadyAndMarked() throws Exception {
    server.thenSay("Item 1\n```rust\n" + FOUND + "```\n");
    try (Stage stage = stage(Map.of("path", "some.gguf", "autoFix", true))) {
      EditorDocument document = stage.openMain();
      List<CodeAction> fixes = quickFixes(stage, document);
      while (fixes.isEmpty() || fixes.getFirst().getTitle().equals(ASK)) {
        fixes = quickFixes(stage, document);
      }
      assertThat(fixes)
          .singleElement()
          .satisfies(fix -> {
            assertThat(fix.getTitle()).isEqualTo("✓ Rewrite the function `main`");
            assertThat(fix.getTags()).containsExactly(CodeActionTag.LLMGenerated);
            assertThat(fix.getIsPreferred()).isNull();
          });
      stage.editor.choose(fixes.getFirst());
      assertThat(document.text.text()).isEqualTo(FOUND);
    }
  }

  @Test
  void theLoopAsksOnCommandAndSaysWhyThereIsNoFix() throws Exception {
    try (Stage stage = stage(Map.of("path", "some.gguf"))) {
      EditorDocument document = stage.openMain();
      var argument = new JsonObject();
      argument.addProperty("uri", document.uri);
      argument.addProperty("model", true);
      stage.editor.execute(ServerCommand.FIX_FILE, argument);
      assertThat(stage.editor.client.shown.take().getMessage())
          .contains("no verified fix: 1 error", "; the model: none of its answers holds");
      assertThat(server.requests()).hasSize(16);
      stage.editor.execute(ServerCommand.FIX_FILE);
      assertThat(stage.editor.client.shown.take().getMessage()).doesNotContain("the model");
      assertThat(server.requests()).hasSize(16);
    }
  }

  @Test
  void cancellingTheRunEndsTheQuestion() throws Exception {
    var begun = new CountDownLatch(1);
    server.thenHang(begun).thenSay("Item 1\n```rust\n" + FOUND + "```\n");
    try (Stage stage = stage(Map.of("path", "some.gguf"))) {
      EditorDocument document = stage.openMain();
      Object[] arguments =
          quickFixes(stage, document).getFirst().getCommand().getArguments().toArray();
      JsonObject run = stage.editor.execute(ServerCommand.FIX_FILE, arguments);
      begun.await();
      stage.editor.execute(ServerCommand.CANCEL, run);
      stage.editor.execute(ServerCommand.FIX_FILE, arguments);
      stage.editor.apply(stage.editor.client.edits.take().getEdit());
      assertThat(document.text.text()).isEqualTo(FOUND);
    }
  }

  private Stage stage(Map<String, Object> model) throws Exception {
    Stage stage = Stage.silent(folder, "vscode-1.139", LOST);
    stage.editor.server.models(
        _ -> EndpointModel.of(ChatEndpoint.of(server.address(), "coder", Optional.empty())));
    InitializeParams params = stage.editor.params();
    params.setInitializationOptions(Map.of("model", model));
    params
        .getCapabilities()
        .getTextDocument()
        .getCodeAction()
        .setTagSupport(new CodeActionTagSupportCapabilities(List.of(CodeActionTag.LLMGenerated)));
    stage.editor.initialize(params);
    return stage;
  }

  private static List<CodeAction> quickFixes(Stage stage, EditorDocument document)
      throws Exception {
    return stage.editor.menu(document, "missing").stream()
        .filter(action -> "quickfix".equals(action.getKind()))
        .toList();
  }
}
