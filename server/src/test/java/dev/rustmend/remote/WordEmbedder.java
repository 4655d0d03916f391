package dev.rustmend.remote;

import dev.rustmend.search.Embedder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A model that knows nothing but which words a text has: each word has a direction of its own.
record WordEmbedder(String model, int dimensions) implements Embedder {
  private static final Pattern NO_WORD = Pattern.compile("\\W+");
  private static final int SPREAD = 31;

  @Override
  public List<float[]> embed(List<String> texts, Role role) {
    return texts.stream().map(this::vector).toList();
  }

  private float[] vector(String text) {
    var vector = new float[dimensions];
    vector[0] = 0.1f;
    NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .distinct()
        .forEach(word -> {
          int hash = word.hashCode() * SPREAD;
          vector[Math.floorMod(hash, dimensions)] += 1;
          vector[Math.floorMod(hash >> 9, dimensions)] -= 0.7f;
        });
    return vector;
  }
}
