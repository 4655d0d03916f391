package dev.rustmend.rustcoder;

import java.util.List;
import java.util.Map;

/// Searches the knowledge base for `vectorSearch`.
@FunctionalInterface
public interface Lookup {
  /// At most `limit` hits, each with `id`, `title`, `score` and `snippet`.
  List<Map<String, Object>> search(String query, int limit) throws InterruptedException;
}
