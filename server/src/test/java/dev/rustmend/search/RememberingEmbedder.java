package dev.rustmend.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Remembers what another embedder has made.
record RememberingEmbedder(CountingEmbedder source, Map<String, float[]> made) implements Embedder {
  RememberingEmbedder(CountingEmbedder source) {
    this(source, new HashMap<>());
  }

  @Override
  public String model() {
    return source.model();
  }

  @Override
  public int dimensions() {
    return source.dimensions();
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) {
    List<float[]> vectors = source.embed(texts, role);
    for (int i = 0; i < texts.size(); i++) {
      made.put(texts.get(i), vectors.get(i));
    }
    return vectors;
  }

  @Override
  public Map<String, float[]> remembered(Collection<String> texts, Role role) {
    var remembered = new HashMap<>(made);
    remembered.keySet().retainAll(texts);
    return remembered;
  }
}
