package dev.rustmend.search;

import java.util.Optional;

/// One search: what, among which passages, how, and how many hits at most.
///
/// `vector` is the query's, of the index's own model; without one the index has its embedder make
/// it, when the mode needs one and there is an embedder.
public record SearchRequest(
    Query query, SearchFilter filter, SearchMode mode, int limit, Optional<float[]> vector) {

  public SearchRequest {
    if (limit < 1) {
      throw new IllegalArgumentException("a search has room for at least one hit, not " + limit);
    }
  }

  /// A search whose vector the index makes.
  public SearchRequest(Query query, SearchFilter filter, SearchMode mode, int limit) {
    this(query, filter, mode, limit, Optional.empty());
  }
}
