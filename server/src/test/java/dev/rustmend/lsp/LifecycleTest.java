package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LifecycleTest {
  @TempDir private Path folder;

  @Test
  void everythingIsAnnouncedStatically() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      ServerCapabilities offer = stage.editor.offer().getCapabilities();
      var sync = offer.getTextDocumentSync().getRight();
      assertThat(sync.getOpenClose()).isTrue();
      assertThat(sync.getChange()).isEqualTo(TextDocumentSyncKind.Incremental);
      assertThat(sync.getSave().getRight().getIncludeText()).isFalse();
      assertThat(offer.getCodeActionProvider().getRight().getCodeActionKinds())
          .containsExactly("quickfix", "source.fixAll.rustmend");
      assertThat(offer.getExecuteCommandProvider().getCommands())
          .allMatch(id -> id.startsWith("rustmend.server."))
          .contains("rustmend.server.fixWorkspace", "rustmend.server.cancel");
      assertThat(offer.getDiagnosticProvider()).as("publishes nothing of its own").isNull();
      assertThat(stage.editor.offer().getServerInfo().getName()).isEqualTo("rustmend");
    }
  }

  @Test
  void zeroAfterShutdown() throws Exception {
    try (Stage stage = Stage.initialized(folder, "zed", Stage.BROKEN)) {
      assertThat(stage.editor.shutdown()).isZero();
    }
  }

  @Test
  void oneWhenTheClientExitsWithoutShutdown() throws Exception {
    try (Stage stage = Stage.initialized(folder, "zed", Stage.BROKEN)) {
      stage.editor.remote.exit();
      assertThat(stage.editor.server.awaitExit()).isEqualTo(1);
    }
  }

  @Test
  void oneWhenTheClientIsGone() throws Exception {
    try (Stage stage = Stage.initialized(folder, "kate", Stage.BROKEN)) {
      stage.openMain();
      stage.editor.server.closeInput();
      assertThat(stage.editor.server.awaitExit()).isEqualTo(1);
    }
  }

  @Test
  void shutdownEndsACheckThatHangs() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.cargo.hang();
      stage.editor.open(stage.main);
      stage.cargo.awaitHanging();
      assertThat(stage.editor.shutdown()).isZero();
      stage.cargo.awaitInterrupted();
    }
  }

  @Test
  void theEndOfTheInputEndsACheckThatHangs() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.cargo.hang();
      stage.editor.open(stage.main);
      stage.cargo.awaitHanging();
      stage.editor.server.closeInput();
      stage.cargo.awaitInterrupted();
      assertThat(stage.editor.server.awaitExit()).isEqualTo(1);
    }
  }

  @Test
  void beforeInitializeAndAfterShutdownRequestsAreRefused() throws Exception {
    try (Stage stage = Stage.silent(folder, "vscode-1.139", Stage.BROKEN)) {
      assertThat(refused(stage.editor.resolve(new CodeAction("x"))))
          .isEqualTo(ResponseErrorCode.ServerNotInitialized);
      stage.editor.initialize();
      assertThat(refused(stage.editor.remote.initialize(stage.editor.params())))
          .isEqualTo(ResponseErrorCode.InvalidRequest);
      stage.editor.remote.shutdown().get();
      assertThat(refused(stage.editor.resolve(new CodeAction("x"))))
          .isEqualTo(ResponseErrorCode.InvalidRequest);
      stage.editor.remote.exit();
      assertThat(stage.editor.server.awaitExit()).isZero();
    }
  }

  @Test
  void anUnknownCommandIsRefused() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      var params = new ExecuteCommandParams("rust-analyzer.runSingle", List.of());
      assertThat(refused(stage.editor.remote.getWorkspaceService().executeCommand(params)))
          .isEqualTo(ResponseErrorCode.InvalidParams);
    }
  }

  @Test
  void aClientThatAnnouncesNothingGetsCommandsOnly() throws Exception {
    try (Stage stage = Stage.silent(folder, "kate", Stage.BROKEN)) {
      stage.editor.initialize(new InitializeParams());
      EditorDocument document = stage.openMain();
      var context = new org.eclipse.lsp4j.CodeActionContext(List.of());
      var params =
          new org.eclipse.lsp4j.CodeActionParams(
              new org.eclipse.lsp4j.TextDocumentIdentifier(document.uri),
              document.text.find("\"5\""),
              context);
      assertThat(stage.editor.remote.getTextDocumentService().codeAction(params).get())
          .singleElement()
          .satisfies(action ->
              assertThat(action.getLeft().getCommand()).isEqualTo("rustmend.server.explain"));
    }
  }

  /// Each is followed by a proper request, which must be answered.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{not json",
        "[]",
        "null",
        "{}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{}}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":"
            + "{\"textDocument\":{\"uri\":\"file:///x.rs\",\"version\":1},\"contentChanges\":"
            + "[{\"range\":{\"start\":{\"line\":9,\"character\":9}},\"text\":\"x\"}]}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didSave\",\"params\":[1,2]}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"$/setTrace\",\"params\":{\"value\":\"verbose\"}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"$/unheardOf\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"unheardOf\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/codeAction\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/codeAction\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/hover\",\"params\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":\"an answer to no question\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":4711}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"window/workDoneProgress/cancel\","
            + "\"params\":{\"token\":\"nobody's\"}}"
      })
  void nonsenseFromTheClientDoesNoHarm(String nonsense) throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      send(stage, "Content-Length: %d\r\n\r\n%s".formatted(nonsense.length(), nonsense));
      assertThat(stage.editor.menu(document, "\"5\"")).isNotEmpty();
      assertThat(stage.editor.shutdown()).isZero();
    }
  }

  @Test
  void brokenHeadersDoNoHarm() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      send(stage, "Content-Length: -5\r\n\r\n");
      send(stage, "Content-Length: many\r\nX-Other: 1\r\n\r\n");
      assertThat(stage.editor.menu(document, "\"5\"")).isNotEmpty();
    }
  }

  private static void send(Stage stage, String raw) throws Exception {
    OutputStream input = stage.editor.server.input();
    input.write(raw.getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  private static ResponseErrorCode refused(CompletableFuture<?> answer) {
    return Stage.code(catchThrowable(answer::get));
  }
}
