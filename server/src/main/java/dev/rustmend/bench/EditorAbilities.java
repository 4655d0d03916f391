package dev.rustmend.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;

/// What the editor of a benchmark says of itself when it greets a server.
final class EditorAbilities {
  private EditorAbilities() {}

  /// The parameters of `initialize` for the folder `root`.
  static JsonObject initializeParams(Path root) {
    var folder = new JsonObject();
    folder.addProperty("uri", root.toUri().toString());
    folder.addProperty("name", "bench");
    var folders = new JsonArray();
    folders.add(folder);
    var experimental = new JsonObject();
    experimental.addProperty("serverStatusNotification", true);
    var window = new JsonObject();
    window.addProperty("workDoneProgress", true);
    var capabilities = new JsonObject();
    capabilities.add("window", window);
    capabilities.add("experimental", experimental);
    capabilities.add("textDocument", textDocumentCapabilities());
    var params = new JsonObject();
    params.addProperty("processId", ProcessHandle.current().pid());
    params.addProperty("rootUri", root.toUri().toString());
    params.add("workspaceFolders", folders);
    params.add("capabilities", capabilities);
    return params;
  }

  /// Literal code actions, as every client of the last years takes them.
  private static JsonObject textDocumentCapabilities() {
    var kinds = new JsonArray();
    kinds.add("quickfix");
    var kind = new JsonObject();
    kind.add("valueSet", kinds);
    var literal = new JsonObject();
    literal.add("codeActionKind", kind);
    var codeAction = new JsonObject();
    codeAction.add("codeActionLiteralSupport", literal);
    codeAction.addProperty("dataSupport", true);
    var textDocument = new JsonObject();
    textDocument.add("codeAction", codeAction);
    return textDocument;
  }
}
