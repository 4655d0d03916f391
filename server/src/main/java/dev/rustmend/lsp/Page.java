package dev.rustmend.lsp;

/// A Markdown text that is shown as a document: what it is for people (`the explanation`), the file
/// `name`, without suffix, in `folder` of the server's own folder, and its text.
record Page(String what, String folder, String name, String markdown) {

  /// The same page with another text.
  Page with(String text) {
    return new Page(what, folder, name, text);
  }
}
