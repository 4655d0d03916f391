package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.repair.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole way once with the real cargo: what rustc says, in an editor.
@Timeout(120)
class RealCargoTest {
  @TempDir private Path folder;

  @Test
  void onlyWhatCompilesIsOffered() throws Exception {
    ToyCrate crate = ToyCrate.in(folder.resolve("crate"));
    Path main =
        crate.file("src/main.rs", "fn main() {\n    let o = Ordering::Less;\n    drop(o);\n}\n");
    var cargo = new CargoProcess(System.getenv());
    try (Editor editor =
        Editor.start(
            EditorProfile.named("helix-25.07"), cargo, crate.folder(), folder.resolve("cache"))) {
      EditorDocument document = editor.open(main);
      editor.server.awaitCheckOf(main, "Ordering");
      List<CodeAction> fixes =
          editor.menu(document, "Ordering").stream()
              .filter(action -> "quickfix".equals(action.getKind()))
              .toList();
      assertThat(fixes)
          .singleElement()
          .satisfies(fix -> assertThat(fix.getTitle()).startsWith("✓ ").contains("cmp::Ordering"));
      editor.choose(fixes.getFirst());
      assertThat(document.text.text()).contains("use std::cmp::Ordering;");
      editor.save(document);
      editor.server.awaitCheckOf(main, "use std::cmp::Ordering;");
      assertThat(editor.shutdown()).isZero();
      assertThat(Files.exists(crate.folder().resolve("target"))).isFalse();
    }
  }

  /// What was checked after a pause in typing is known when it is saved.
  @Test
  void aSaveOfWhatWasCheckedAfterAPauseCompilesNothing() throws Exception {
    ToyCrate crate = ToyCrate.in(folder.resolve("crate"));
    Path main = crate.file("src/main.rs", "fn main() {\n    let one = 1;\n    drop(one);\n}\n");
    var cargo = new CargoProcess(System.getenv());
    try (Editor editor =
        Editor.start(
            EditorProfile.named("helix-25.07"), cargo, crate.folder(), folder.resolve("cache"))) {
      EditorDocument document = editor.open(main);
      editor.server.awaitCheckOf(main, "drop(one)");
      editor.type(document, "drop(one)", "drop(oen)");
      Report typed = editor.server.awaitCheckOf(main, "drop(oen)");
      assertThat(typed.compiles()).isPositive();
      assertThat(titles(editor, document)).isNotEmpty();
      editor.save(document);
      assertThat(titles(editor, document)).isNotEmpty();
      Report saved = editor.server.awaitCheckOf(main, "drop(oen)");
      assertThat(saved.compiles()).isZero();
      assertThat(saved.problems()).isNotEmpty().allMatch(problem -> !problem.fixes().isEmpty());
      assertThat(titles(editor, document)).isNotEmpty();
      assertThat(editor.shutdown()).isZero();
    }
  }

  private static List<String> titles(Editor editor, EditorDocument document) throws Exception {
    return editor.menu(document, "oen").stream()
        .map(CodeAction::getTitle)
        .filter(title -> title.startsWith("✓ "))
        .toList();
  }
}
