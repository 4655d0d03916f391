package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each editor, as it really behaves, repairs a crate.
@Timeout(60)
class EditorProfilesTest {
  /// Characters before the error on its line, of every width in every encoding.
  private static final String BROKEN =
      "fn main() {\r\n    let é = '𝄞'; let n: i32 = \"5\"; print(é, n);\r\n}\r\n";

  @TempDir private Path folder;
  private final ToyCargo cargo = new ToyCargo();
  private ToyCrate crate;
  private Path main;

  @BeforeEach
  void makeCrate() throws IOException {
    crate = ToyCrate.in(folder.resolve("my crate 🦀"));
    main = crate.file("src/main.rs", BROKEN);
  }

  @ParameterizedTest
  @MethodSource("dev.rustmend.lsp.EditorProfile#all")
  void choosesTheFirstFixOfTheMenu(EditorProfile profile) throws Exception {
    try (Editor editor = start(profile)) {
      EditorDocument document = editor.open(main);
      editor.server.awaitCheckOf(main, "\"5\"");
      List<CodeAction> menu = editor.menu(document, "\"5\"", 2);

      List<CodeAction> fixes =
          menu.stream().filter(action -> "quickfix".equals(action.getKind())).toList();
      assertThat(fixes).hasSize(2).allMatch(action -> action.getTitle().startsWith("✓ "));
      assertThat(fixes).extracting(CodeAction::getIsPreferred).containsExactly(true, null);
      editor.choose(fixes.getFirst());

      assertThat(document.text.text()).isEqualTo(BROKEN.replace("\"5\"", "5"));
      editor.server.awaitCheckOf(main, "= 5;");
      assertThat(editor.menu(document, "5;")).isEmpty();
      assertThat(editor.shutdown()).isZero();
    }
  }

  private Editor start(EditorProfile profile) throws Exception {
    return Editor.start(profile, cargo, crate.folder(), folder.resolve("cache"));
  }
}
