package dev.rustmend.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes a vector of how often each letter occurs, and counts what it was asked for.
record CountingEmbedder(String model, int dimensions, AtomicInteger embedded) implements Embedder {
  CountingEmbedder(String model, int dimensions) {
    this(model, dimensions, new AtomicInteger());
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) {
    embedded.addAndGet(texts.size());
    var vectors = new ArrayList<float[]>();
    for (String text : texts) {
      var vector = new float[dimensions];
      vector[0] = 0.01f;
      Identifiers.lower(text)
          .chars()
          .filter(c -> c >= 'a' && c <= 'z')
          .forEach(c -> vector[(c - 'a') % dimensions]++);
      vectors.add(vector);
    }
    return vectors;
  }
}
