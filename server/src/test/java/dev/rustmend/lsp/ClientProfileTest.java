package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.text.ColumnUnit;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientProfileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          utf-8 utf-16 utf-32 | UTF8
          utf-32 utf-8 utf-16 | UTF8
          utf-16              | UTF16
          utf-32 utf-16       | UTF16
          utf-32              | UTF32
          klingon             | UTF16
          """)
  void utf8IsTakenWhereItIsOffered(String offered, ColumnUnit unit) {
    var general = new GeneralClientCapabilities();
    general.setPositionEncodings(List.of(offered.split(" ")));
    var capabilities = new ClientCapabilities();
    capabilities.setGeneral(general);
    assertThat(ClientProfile.of(params(capabilities)).unit()).isEqualTo(unit);
  }

  @Test
  void aClientThatSaysNothingCanDoNothing() {
    assertThat(ClientProfile.of(new InitializeParams()).features()).isEmpty();
    ClientProfile empty = ClientProfile.of(params(new ClientCapabilities()));
    assertThat(empty.features()).isEmpty();
    assertThat(empty.encoding()).isEqualTo("utf-16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"serverStatusNotification": true}   | true
          {"serverStatusNotification": false}  | false
          {"serverStatusNotification": "true"} | false
          {"serverStatusNotification": null}   | false
          {"localDocs": true}                  | false
          [1]                                  | false
          """)
  void statusIsSentOnlyToWhoAsksForIt(String experimental, boolean wanted) {
    var capabilities = new ClientCapabilities();
    capabilities.setExperimental(JsonParser.parseString(experimental));
    assertThat(ClientProfile.of(params(capabilities)).has(Feature.SERVER_STATUS)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  create rename delete, true",
    "true,  create, true",
    "true,  rename delete, false",
    "false, create, false",
  })
  void filesAreMadeOnlyByWhoTakesResourceOperationsInDocumentChanges(
      boolean documentChanges, String operations, boolean wanted) {
    var edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(documentChanges);
    edits.setResourceOperations(List.of(operations.split(" ")));
    var workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceEdit(edits);
    var capabilities = new ClientCapabilities();
    capabilities.setWorkspace(workspace);
    assertThat(ClientProfile.of(params(capabilities)).has(Feature.CREATE_FILE)).isEqualTo(wanted);
  }

  private static InitializeParams params(ClientCapabilities capabilities) {
    var params = new InitializeParams();
    params.setCapabilities(capabilities);
    return params;
  }
}
