package dev.rustmend.kb;

/// What every text of the knowledge base is, be it about an error ([Entry]) or about a job
/// ([Guide]).
public sealed interface Article permits Entry, Guide {
  /// The path below the root of the base without its ending, such as `errors/E0382/clone-first`.
  String id();

  String title();

  /// The paragraphs, as Markdown.
  String prose();

  /// The id without the name of its collection, as in `E0382/clone-first`.
  default String shortId() {
    return id().substring(id().indexOf('/') + 1);
  }

  /// The collection: `errors`, `lints`, `tasks` or `templates`.
  default String collection() {
    return id().substring(0, id().indexOf('/'));
  }

  /// The first paragraph of the prose: when to use it, and when not.
  default String summary() {
    int end = prose().indexOf("\n\n");
    return end < 0 ? prose() : prose().substring(0, end);
  }
}
