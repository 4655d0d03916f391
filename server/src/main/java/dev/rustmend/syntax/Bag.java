package dev.rustmend.syntax;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;

/// Words with how often they occur, in the order of their first occurrence.
record Bag(Map<String, Integer> counts) {
  static final Bag EMPTY = new Bag(Map.of());

  static Bag of(Collection<String> words) {
    var counts = new LinkedHashMap<String, Integer>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    return new Bag(counts);
  }

  int count(String word) {
    return counts.getOrDefault(word, 0);
  }

  /// How many words there are, each as often as it occurs.
  int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  boolean contains(String word) {
    return counts.containsKey(word);
  }

  Set<String> words() {
    return counts.keySet();
  }

  /// Each word as often as it occurs.
  Stream<String> stream() {
    return counts.entrySet().stream()
        .flatMap(entry -> Stream.generate(entry::getKey).limit(entry.getValue()));
  }

  /// What is left when the words of `other` are taken out, one for one.
  Bag minus(Bag other) {
    return combined(other, (mine, theirs) -> mine - theirs);
  }

  /// What both have.
  Bag common(Bag other) {
    return combined(other, Math::min);
  }

  Bag plus(Bag other) {
    var sum = new LinkedHashMap<>(counts);
    other.counts.forEach((word, count) -> sum.merge(word, count, Integer::sum));
    return new Bag(sum);
  }

  private Bag combined(Bag other, IntBinaryOperator operator) {
    var result = new LinkedHashMap<String, Integer>();
    counts.forEach((word, count) -> {
      int left = operator.applyAsInt(count, other.count(word));
      if (left > 0) {
        result.put(word, left);
      }
    });
    return new Bag(result);
  }
}
