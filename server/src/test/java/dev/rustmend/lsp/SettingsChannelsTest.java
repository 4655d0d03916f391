package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The three ways in which settings come from a client, each shown by what it changes:
/// `diagnostics.publish` makes the server publish.
@Timeout(60)
class SettingsChannelsTest {
  private static final String ALWAYS = "{'diagnostics': {'publish': 'always'}}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'rustmend': {'diagnostics': {'publish': 'always'}}}",
        "{'diagnostics': {'publish': 'always'}}",
        "{'rustmend.diagnostics.publish': 'always'}"
      })
  void theOptionsOfInitialize(String options) throws Exception {
    try (Stage stage = Stage.silent(folder, "kate", Stage.BROKEN)) {
      InitializeParams params = stage.editor.params();
      params.setInitializationOptions(json(options));
      stage.editor.initialize(params);
      assertPublishes(stage);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ALWAYS, "{'rustmend': {'diagnostics': {'publish': 'always'}}}"})
  void theAnswerToOurQuestion(String answer) throws Exception {
    try (Stage stage = Stage.silent(folder, "helix-25.07", Stage.BROKEN)) {
      stage.editor.client.settings = List.of(json(answer));
      stage.editor.initialize();
      assertThat(stage.editor.client.questions.take().getItems())
          .singleElement()
          .satisfies(item -> assertThat(item.getSection()).isEqualTo("rustmend"));
      assertPublishes(stage);
    }
  }

  @Test
  void pushedByTheClient() throws Exception {
    try (Stage stage = Stage.initialized(folder, "nvim-0.7.2", Stage.BROKEN)) {
      push(stage, json("{'rust-analyzer': {'diagnostics': {'enable': false}}}"));
      push(stage, json("{'rustmend': %s}".formatted(ALWAYS)));
      assertPublishes(stage);
    }
  }

  @Test
  void nullMeansThatTheClientWantsToBeAsked() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      stage.editor.client.questions.take();
      stage.editor.client.settings = List.of(json(ALWAYS));
      push(stage, JsonNull.INSTANCE);
      stage.editor.client.questions.take();
      assertPublishes(stage);
    }
  }

  @Test
  void newSettingsCheckAnew() throws Exception {
    try (Stage stage = Stage.initialized(folder, "nvim-0.7.2", Stage.BROKEN)) {
      stage.openMain();
      push(stage, json("{'rustmend': %s}".formatted(ALWAYS)));
      assertThat(stage.editor.client.published.take().getDiagnostics()).isNotEmpty();
    }
  }

  @Test
  void aKeyThatIsNotKnownGivesOneWarningWithTheNearest() throws Exception {
    try (Stage stage = Stage.silent(folder, "helix-25.07", Stage.BROKEN)) {
      stage.editor.client.settings = List.of(json("{'check': {'onTyp': true}}"));
      stage.editor.initialize();
      var warning = stage.editor.client.shown.take();
      assertThat(warning.getType()).isEqualTo(MessageType.Warning);
      assertThat(warning.getMessage()).contains("check.onTyp", "check.onType");
      stage.openMain();
      assertThat(stage.editor.client.shown).isEmpty();
    }
  }

  @Test
  void aClientThatOnlyRegistersIsAskedToTellOfChangesAndToWatchFiles() throws Exception {
    try (Stage stage = Stage.initialized(folder, "vscode-1.139", Stage.BROKEN)) {
      assertThat(stage.editor.client.registrations.take().getRegistrations())
          .extracting(registration -> registration.getMethod())
          .containsExactly("workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles");
    }
  }

  private static void assertPublishes(Stage stage) throws Exception {
    stage.editor.open(stage.main);
    assertThat(stage.editor.client.published.take().getDiagnostics()).isNotEmpty();
  }

  private static void push(Stage stage, JsonElement settings) {
    stage
        .editor
        .remote
        .getWorkspaceService()
        .didChangeConfiguration(new DidChangeConfigurationParams(settings));
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text.replace('\'', '"'));
  }
}
