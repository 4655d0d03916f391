package dev.rustmend.search;

import java.util.Optional;

/// What an index holds.
///
/// `model` is the embedding model that the last vectors were made with. `withVector` counts the
/// passages that have a vector of the embedder at hand; `needsEmbedding` says that there is an
/// embedder and passages without a vector of its model.
public record IndexFacts(
    int passages, int withVector, Optional<String> model, boolean needsEmbedding, Role role) {
  /// The version of the fields: an index of another one is made anew when it is opened.
  public static final String VERSION = IndexFiles.VERSION;

  /// What this process may do with the index.
  public enum Role {
    WRITER,
    READER
  }
}
