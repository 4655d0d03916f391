package dev.rustmend.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// The two forms of a workspace edit as one list.
final class EditParts {
  private EditParts() {}

  /// The edits of one document, for one version of it where the form says so.
  record Part(String uri, Optional<Integer> version, List<TextEdit> edits) {}

  static List<Part> of(WorkspaceEdit edit) {
    var parts = new ArrayList<Part>();
    if (edit.getChanges() != null) {
      edit.getChanges().forEach((uri, edits) -> parts.add(new Part(uri, Optional.empty(), edits)));
    }
    if (edit.getDocumentChanges() != null) {
      for (var change : edit.getDocumentChanges()) {
        var document = change.getLeft().getTextDocument();
        parts.add(
            new Part(
                document.getUri(),
                Optional.ofNullable(document.getVersion()),
                change.getLeft().getEdits().stream().map(Either::getLeft).toList()));
      }
    }
    return parts;
  }
}
