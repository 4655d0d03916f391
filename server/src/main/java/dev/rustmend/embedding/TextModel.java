package dev.rustmend.embedding;

import dev.rustmend.search.EmbedderException;

/// A model that is loaded: one text in, one vector of unit length out. Used by one thread at a
/// time.
interface TextModel extends AutoCloseable {
  /// Throws [EmbedderException] when the model fails.
  float[] vector(String text);

  @Override
  void close();
}
