package dev.rustmend.embedding;

import dev.rustmend.search.EmbedderException;

/// A model that is loaded: one text in, one vector of unit length out. Several threads may use it
/// at once.
interface TextModel extends AutoCloseable {
  /// Throws [EmbedderException] when the model fails.
  float[] vector(String text);

  @Override
  void close();
}
