package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CodeActionTest {
  private static final String TWO_ERRORS =
      "fn main() {\n    let n: i32 = \"5\";\n    print(undefined);\n}\n";

  @TempDir private Path folder;

  @Test
  void anActionCarriesItsProof() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      CodeAction fix = fixes(stage.editor.menu(document, "\"5\"")).getFirst();
      JsonObject data = ((JsonObject) fix.getData()).getAsJsonObject("rustmend");
      assertThat(data.keySet()).containsExactly("id", "source", "verdict", "origin", "version");
      assertThat(data.get("verdict").getAsString()).isEqualTo("compiles");
      assertThat(data.get("source").getAsString()).isEqualTo("rustc");
      assertThat(data.get("version").getAsInt()).isEqualTo(1);
    }
  }

  @Test
  void theDiagnosticThatTheClientSentComesBackAsItWas() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      var sent = ForeignDiagnostics.mangled(document.text.find("\"5\"")).get(1);
      assertThat(fixes(stage.editor.menu(document, "\"5\"")))
          .allSatisfy(fix -> assertThat(fix.getDiagnostics()).containsExactly(sent));
    }
  }

  @Test
  void withoutOneFromTheClientTheActionHasOurs() throws Exception {
    try (Stage stage = Stage.initialized(folder, "kate", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      CodeAction fix = fixes(stage.editor.menu(document, "\"5\"")).getFirst();
      assertThat(fix.getDiagnostics())
          .singleElement()
          .satisfies(diagnostic -> {
            assertThat(diagnostic.getRange()).isEqualTo(document.text.find("\"5\""));
            assertThat(diagnostic.getSource()).isEqualTo("rustc");
            assertThat(diagnostic.getCode().getLeft()).isEqualTo("E0308");
            assertThat(diagnostic.getMessage().getLeft()).startsWith("mismatched types\n");
          });
    }
  }

  @Test
  void whileOtherErrorsRemainAFixOnlyAdvances() throws Exception {
    try (Stage stage = Stage.initialized(folder, "nvim-0.11", TWO_ERRORS)) {
      EditorDocument document = stage.openMain();
      List<CodeAction> fixes = fixes(stage.editor.menu(document, "\"5\""));
      assertThat(fixes).isNotEmpty().allMatch(fix -> fix.getTitle().startsWith("→ "));
      assertThat(fixes).extracting(CodeAction::getIsPreferred).containsOnlyNulls();
      stage.editor.choose(fixes(stage.editor.menu(document, "undefined")).getFirst());
      assertThat(document.text.text()).isEqualTo(TWO_ERRORS.replace("undefined", "defined"));
    }
  }

  @Test
  void fixesThatOnlyAdvanceAreHiddenOnRequest() throws Exception {
    try (Stage stage = Stage.silent(folder, "nvim-0.11", TWO_ERRORS)) {
      stage.editor.client.settings = List.of(settings("{'fix': {'showAdvances': false}}"));
      stage.editor.initialize();
      EditorDocument document = stage.openMain();
      assertThat(fixes(stage.editor.menu(document, "\"5\""))).isEmpty();
    }
  }

  @Test
  void afterAnEditThereIsNothingUntilTheTextIsCheckedAgain() throws Exception {
    try (Stage stage = Stage.initialized(folder, "helix-25.07", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      CodeAction fix = fixes(stage.editor.menu(document, "\"5\"", 2)).getFirst();
      stage.cargo.hang();
      stage.editor.type(document, "let n", "let mut n");
      assertThat(stage.editor.menu(document, "\"5\"")).isEmpty();
      Throwable refused = catchThrowable(() -> stage.editor.resolve(fix).get());
      assertThat(Stage.code(refused)).isEqualTo(ResponseErrorCode.ContentModified);
      stage.editor.type(document, "let mut n", "let n");
      assertThat(fixes(stage.editor.menu(document, "\"5\"")))
          .as("after the undo the fixes of the old text are there again, for the new version")
          .hasSize(2);
      stage.editor.choose(fixes(stage.editor.menu(document, "\"5\"")).getFirst());
      assertThat(document.text.text()).isEqualTo(Stage.BROKEN.replace("\"5\"", "5"));
    }
  }

  @Test
  void resolvingTwiceGivesTheSameEdit() throws Exception {
    try (Stage stage = Stage.initialized(folder, "helix-25.07", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      CodeAction fix = fixes(stage.editor.menu(document, "\"5\"")).getFirst();
      CodeAction once = stage.editor.resolve(fix).get();
      CodeAction twice = stage.editor.resolve(once).get();
      assertThat(once.getEdit()).isEqualTo(fix.getEdit());
      assertThat(twice).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data': {'id': 'applySuggestion', 'version': 3}}",
        "{'data': null}",
        "{'data': 'rustmend'}",
        "{'data': {'rustmend': 'x'}}"
      })
  void theActionsOfOtherServersAreRefused(String foreign) throws Exception {
    try (Stage stage = Stage.initialized(folder, "lsp-mode", Stage.BROKEN)) {
      stage.openMain();
      var action = new CodeAction("Fill match arms");
      action.setData(settings(foreign).get("data"));
      Throwable refused = catchThrowable(() -> stage.editor.resolve(action).get());
      assertThat(Stage.code(refused)).isEqualTo(ResponseErrorCode.InvalidParams);
    }
  }

  @Test
  void anErrorCanBeExplainedButNotByTheLightBulb() throws Exception {
    try (Stage stage = Stage.initialized(folder, "sublime", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      assertThat(stage.editor.menu(document, "\"5\"", 2))
          .filteredOn(action -> action.getCommand() != null)
          .singleElement()
          .satisfies(explain -> {
            assertThat(explain.getTitle()).isEqualTo("Explain E0308");
            assertThat(explain.getKind()).isNull();
            assertThat(explain.getCommand().getCommand()).isEqualTo("rustmend.server.explain");
          });
      var automatic = new CodeActionContext(List.of());
      automatic.setTriggerKind(CodeActionTriggerKind.Automatic);
      Range place = document.text.find("\"5\"");
      assertThat(stage.editor.actions(document, place, automatic))
          .hasSize(2)
          .allMatch(action -> action.getCommand() == null);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "source.fixAll", "source.fixAll.rustmend"})
  void allFixesOfAFileAreMadeOnSave(String kind) throws Exception {
    String text = "fn main() {\n    let unused = 1;\n}\nfn dead() {}\n";
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", text)) {
      EditorDocument document = stage.openMain();
      List<CodeAction> actions = stage.editor.onSave(document, kind);
      assertThat(actions)
          .singleElement()
          .extracting(CodeAction::getKind)
          .isEqualTo("source.fixAll.rustmend");
      stage.editor.choose(actions.getFirst());
      assertThat(document.text.text())
          .isEqualTo("fn main() {\n    let _used = 1;\n}\nfn _died() {}\n");
    }
  }

  @Test
  void whatIsNotAskedForIsNotOffered() throws Exception {
    try (Stage stage = Stage.initialized(folder, "sublime", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      assertThat(stage.editor.menu(document, "\"5\""))
          .extracting(CodeAction::getKind)
          .doesNotContain("source.fixAll.rustmend");
      assertThat(stage.editor.onSave(document, "source.organizeImports")).isEmpty();
      assertThat(stage.editor.onSave(document, "source.fixAll.eslint")).isEmpty();
      assertThat(stage.editor.onSave(document, "refactor")).isEmpty();
      assertThat(stage.editor.onSave(document, "quickfix"))
          .extracting(CodeAction::getKind)
          .containsOnly("quickfix");
    }
  }

  @Test
  void onSaveOnlyWhatIsVerifiedForThisVeryText() throws Exception {
    try (Stage stage = Stage.initialized(folder, "sublime", Stage.BROKEN)) {
      EditorDocument document = stage.openMain();
      CodeAction all = stage.editor.onSave(document, "source.fixAll").getFirst();
      stage.cargo.hang();
      stage.editor.type(document, "let n", "let m");
      assertThat(stage.editor.onSave(document, "source.fixAll")).isEmpty();
      Throwable refused = catchThrowable(() -> stage.editor.resolve(all).get());
      assertThat(Stage.code(refused)).isEqualTo(ResponseErrorCode.ContentModified);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"helix-25.07", "zed", "kate", "nvim-0.7.2"})
  void aFixMayBeInAnotherFile(String editorName) throws Exception {
    String text = "mod greet;\nfn main() {\n    greet::hello();\n}\n";
    String module = "// é 𝄞\nfn hello() {}\n";
    String fixed = "// é 𝄞\npub fn hello() {}\n";
    try (Stage stage = Stage.silent(folder, editorName, text)) {
      Path greet = stage.crate.file("src/greet.rs", module);
      stage.editor.initialize();
      EditorDocument document = stage.openMain();
      stage.editor.choose(fixes(stage.editor.menu(document, "greet::hello")).getFirst());
      assertThat(Files.readString(greet)).as("closed: changed on the disk").isEqualTo(fixed);
    }
  }

  @Test
  void aFixInAnotherOpenFileIsForItsVersion() throws Exception {
    String text = "mod greet;\nfn main() {\n    greet::hello();\n}\n";
    try (Stage stage = Stage.silent(folder, "helix-25.07", text)) {
      Path greet = stage.crate.file("src/greet.rs", "// one\nfn hello() {}\n");
      stage.editor.initialize();
      EditorDocument module = stage.editor.open(greet);
      EditorDocument document = stage.openMain();
      stage.editor.type(module, "// one", "// two");
      stage.editor.server.awaitCheckOf(greet, "// two");
      stage.editor.choose(fixes(stage.editor.menu(document, "greet::hello")).getFirst());
      assertThat(module.text.text()).isEqualTo("// two\npub fn hello() {}\n");
      assertThat(document.text.text()).isEqualTo(text);
    }
  }

  private static List<CodeAction> fixes(List<CodeAction> menu) {
    return menu.stream().filter(action -> "quickfix".equals(action.getKind())).toList();
  }

  private static JsonObject settings(String json) {
    return com.google.gson.JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
  }
}
