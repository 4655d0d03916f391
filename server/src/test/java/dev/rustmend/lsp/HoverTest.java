package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HoverTest {
  @TempDir private Path folder;

  @Test
  void onTheErrorAndNowhereElse() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      Hover hover = hover(stage, document, "5").orElseThrow();
      assertThat(hover.getRange()).isEqualTo(document.text.find("\"5\""));
      assertThat(hover.getContents().getRight().getKind()).isEqualTo("markdown");
      assertThat(hover.getContents().getRight().getValue())
          .contains("E0308", "mismatched types", "✓ ")
          .doesNotContain("<", "|")
          .satisfies(text -> assertThat(text.lines()).hasSizeLessThanOrEqualTo(40));
      assertThat(hover(stage, document, "fn main")).isEmpty();
    }
  }

  @Test
  void nothingForATextThatIsNotCheckedYet() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      stage.cargo.hang();
      stage.editor.type(document, "let n", "let m");
      assertThat(hover(stage, document, "5")).isEmpty();
    }
  }

  @Test
  void switchedOffBySetting() throws Exception {
    try (Stage stage = Stage.silent(folder, "nvim-0.11", Stage.BROKEN)) {
      JsonObject off = JsonParser.parseString("{\"hover\": false}").getAsJsonObject();
      stage.editor.client.settings = List.of(off);
      stage.editor.initialize();
      EditorDocument document = stage.openMain();
      assertThat(hover(stage, document, "5")).isEmpty();
    }
  }

  private static Optional<Hover> hover(Stage stage, EditorDocument document, String word)
      throws Exception {
    Position position = document.text.find(word).getStart();
    return Optional.ofNullable(
        stage
            .editor
            .remote
            .getTextDocumentService()
            .hover(new HoverParams(new TextDocumentIdentifier(document.uri), position))
            .get());
  }
}
