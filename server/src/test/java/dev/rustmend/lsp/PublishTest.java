package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PublishTest {
  @TempDir private Path folder;

  @Test
  void neverUnlessAskedFor() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.openMain();
      stage.editor.client.ended.take();
      assertThat(stage.editor.client.published).isEmpty();
    }
  }

  @Test
  void aDiagnosticIsAsRustAnalyzerWouldShowIt() throws Exception {
    try (Stage stage = publishing("always", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      PublishDiagnosticsParams params = stage.editor.client.published.take();
      assertThat(params.getUri()).isEqualTo(document.uri);
      assertThat(params.getVersion()).as("buffer and disk are the same").isEqualTo(1);
      Diagnostic diagnostic = params.getDiagnostics().getFirst();
      assertThat(diagnostic.getRange()).isEqualTo(document.text.find("\"5\""));
      assertThat(diagnostic.getSource()).isEqualTo("rustc");
      assertThat(diagnostic.getCode().getLeft()).isEqualTo("E0308");
      assertThat(diagnostic.getCodeDescription().getHref()).contains("E0308");
      assertThat(diagnostic.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
      assertThat(((JsonObject) diagnostic.getData()).get("rendered").getAsString())
          .startsWith("error[E0308]");
    }
  }

  @Test
  void anUnsavedBufferIsPublishedWithoutAVersionAndUnusedCodeIsFaded() throws Exception {
    try (Stage stage = publishing("always", "fn main() {}\n")) {
      EditorDocument document = stage.openMain();
      stage.editor.type(document, "{}", "{ let unused = 1; }");
      PublishDiagnosticsParams params = stage.editor.client.published.take();
      assertThat(params.getVersion()).isNull();
      assertThat(params.getDiagnostics())
          .singleElement()
          .satisfies(diagnostic ->
              assertThat(diagnostic.getTags()).containsExactly(DiagnosticTag.Unnecessary));
    }
  }

  @Test
  void errorsAreThereBeforeTheirFixesAreProven() throws Exception {
    try (Stage stage = publishing("always", Stage.BROKEN)) {
      stage.cargo.hangAfterTheNext();
      stage.editor.open(stage.main);
      assertThat(stage.editor.client.published.take().getDiagnostics()).hasSize(1);
      stage.cargo.awaitHanging();
      assertThat(stage.editor.client.published).isEmpty();
      stage.cargo.workAgain();
    }
  }

  @Test
  void anErrorIsSaidOnceWhileItsFixesAreProven() throws Exception {
    try (Stage stage = publishing("always", Stage.BROKEN)) {
      stage.openMain();
      stage.editor.client.ended.take();
      assertThat(stage.editor.client.published).hasSize(1);
    }
  }

  @Test
  void whatIsRepairedIsTakenBack() throws Exception {
    try (Stage stage = publishing("always", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      stage.editor.client.published.take();
      stage.editor.type(document, "\"5\"", "5");
      stage.editor.save(document);
      PublishDiagnosticsParams params = stage.editor.client.published.take();
      assertThat(params.getUri()).isEqualTo(document.uri);
      assertThat(params.getDiagnostics()).isEmpty();
    }
  }

  @Test
  void autoYieldsToRustAnalyzer() throws Exception {
    try (Stage stage = publishing("auto", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      List<Diagnostic> ours = stage.editor.client.published.take().getDiagnostics();
      var context = new org.eclipse.lsp4j.CodeActionContext(ours);
      stage.editor.actions(document, document.text.find("\"5\""), context);
      assertThat(stage.editor.client.published)
          .as("our own diagnostics, sent along, are no sign of another server")
          .isEmpty();
      stage.editor.menu(document, "\"5\"");
      assertThat(stage.editor.client.published.take().getDiagnostics()).isEmpty();
    }
  }

  @Test
  void filesOfEveryRootAreChecked() throws Exception {
    try (Stage stage = publishing("always", Stage.BROKEN)) {
      ToyCrate other = ToyCrate.in(stage.crate.folder().resolve("tools/other"));
      Files.writeString(
          other.folder().resolve("Cargo.toml"),
          "\n[workspace]\n",
          java.nio.file.StandardOpenOption.APPEND);
      Path lib = other.file("src/main.rs", "fn main() {\n    print(undefined);\n}\n");
      stage.openMain();
      stage.editor.open(lib);
      stage.editor.server.awaitCheckOf(lib, "undefined");
      List<String> published =
          List.of(
              stage.editor.client.published.take().getUri(),
              stage.editor.client.published.take().getUri());
      assertThat(published)
          .containsExactlyInAnyOrder(stage.main.toUri().toString(), lib.toUri().toString());
    }
  }

  private Stage publishing(String when, String text) throws Exception {
    Stage stage = Stage.silent(folder, "vscode-1.139", text);
    String settings = "{\"diagnostics\": {\"publish\": \"%s\"}}".formatted(when);
    stage.editor.client.settings = List.of(JsonParser.parseString(settings));
    stage.editor.initialize();
    return stage;
  }
}
