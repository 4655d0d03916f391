package dev.rustmend.embedding;

import dev.rustmend.search.Embedder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A small real model for tests: how often each letter is in a text. Counts what it is asked.
final class LetterModel implements Embedder, TextModel {
  static final int DIMENSIONS = 26;

  final AtomicInteger texts = new AtomicInteger();
  final AtomicInteger closes = new AtomicInteger();

  @Override
  public String model() {
    return "letters";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public List<float[]> embed(List<String> batch, Role role) {
    return batch.stream().map(this::vector).toList();
  }

  @Override
  public float[] vector(String text) {
    texts.incrementAndGet();
    return of(text);
  }

  @Override
  public void close() {
    closes.incrementAndGet();
  }

  static float[] of(String text) {
    var counts = new float[DIMENSIONS];
    text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
    return UnitVector.of(counts);
  }
}
