package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes hits of the passages that were found: says why, and cuts out what shows it.
record Explaining(Lookup lookup, WordQuery words) {
  private static final int MOST_WORDS = 6;

  /// So many words of the query are looked up in each hit, and so many that it has are enough.
  private static final int MOST_LOOKED_UP = 20;

  private static final int ENOUGH = 8;

  /// The hits, in the order of `found`.
  List<Hit> hits(List<Found> found) throws IOException {
    Map<Integer, Map<String, String>> matched = matched(found);
    Map<Integer, Lookup.Shown> shown = lookup.shown(found.stream().map(Found::document).toList());
    var hits = new ArrayList<Hit>();
    for (Found each : found) {
      Lookup.Shown passage = shown.get(each.document());
      if (passage != null) {
        Map<String, String> has = matched.getOrDefault(each.document(), Map.of());
        hits.add(
            new Hit(
                passage.id(),
                passage.kind(),
                passage.title(),
                each.score(),
                why(each, List.copyOf(has.keySet())),
                Snippet.of(passage.body(), List.copyOf(has.values()))));
      }
    }
    return List.copyOf(hits);
  }

  private static String why(Found found, List<String> matched) {
    var reasons = new ArrayList<String>();
    if (!found.code().isEmpty()) {
      boolean error = found.code().matches("E\\d{4}");
      reasons.add((error ? "error code " : "lint ") + found.code());
    }
    found.fit().ifPresent(fit -> reasons.add("message " + fit + " %"));
    if (!matched.isEmpty()) {
      List<String> shown = matched.subList(0, Math.min(MOST_WORDS, matched.size()));
      reasons.add("words: " + String.join(" ", shown));
    }
    String by = String.join(", ", reasons);
    if (found.cosine().isEmpty()) {
      return by;
    }
    String vector = String.format(Locale.ROOT, "vector %.2f", found.cosine().getAsDouble());
    return by.isEmpty() ? vector : by + "; " + vector;
  }

  /// The words of the query that each passage has, with their terms.
  private Map<Integer, Map<String, String>> matched(List<Found> found) throws IOException {
    var lookedUp = new LinkedHashMap<String, String>();
    words.words().entrySet().stream()
        .limit(MOST_LOOKED_UP)
        .forEach(word -> lookedUp.put(word.getKey(), word.getValue()));
    Map<String, Set<Integer>> having =
        lookup.having(lookedUp, found.stream().map(Found::document).toList());
    var matched = new HashMap<Integer, Map<String, String>>();
    lookedUp.forEach((word, term) -> {
      for (int document : having.getOrDefault(word, Set.of())) {
        var has = matched.computeIfAbsent(document, _ -> new LinkedHashMap<>());
        if (has.size() < ENOUGH) {
          has.put(word, term);
        }
      }
    });
    return matched;
  }
}
