package dev.rustmend.lsp;

import dev.rustmend.text.ColumnUnit;

/// A document that is open in a simulated editor.
final class EditorDocument {
  final String uri;
  final EditorText text;
  int version;

  EditorDocument(String uri, String content, ColumnUnit unit) {
    this.uri = uri;
    this.text = new EditorText(content, unit);
    this.version = 1;
  }
}
