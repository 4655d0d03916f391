package dev.rustmend.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Turns texts into vectors whose cosine says how near their meanings are. Implementations are safe
/// to use from any thread, and block.
public interface Embedder {
  /// What a text is: some models want the two to be marked differently.
  enum Role {
    QUERY,
    PASSAGE
  }

  /// The name of the model and its version: vectors of different models can not be compared.
  String model();

  /// The number of components of each vector.
  int dimensions();

  /// One vector of unit length for each text, in their order. A text that is too long for the model
  /// is cut at its end.
  List<float[]> embed(List<String> texts, Role role) throws InterruptedException;

  /// The vectors, by text, of those `texts` that it remembers, without computing any; an embedder
  /// that remembers nothing has none.
  default Map<String, float[]> remembered(Collection<String> texts, Role role) {
    return Map.of();
  }
}
