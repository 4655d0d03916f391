package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens indexes and searches them, for tests.
final class Opened {
  private Opened() {}

  static SearchIndex writer(Path folder) throws InterruptedException {
    return writer(folder, Optional.empty());
  }

  static SearchIndex writer(Path folder, Optional<Embedder> embedder) throws InterruptedException {
    OpenResult result = SearchIndex.open(folder, embedder);
    assertThat(result).isInstanceOf(OpenResult.Opened.class);
    return ((OpenResult.Opened) result).index();
  }

  static List<Hit> hits(SearchIndex index, String text) throws InterruptedException {
    return hits(index, text, SearchFilter.ALL, SearchMode.BM25);
  }

  static List<Hit> hits(SearchIndex index, String text, SearchFilter filter, SearchMode mode)
      throws InterruptedException {
    return index.search(new SearchRequest(Query.of(text), filter, mode, 10));
  }

  static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  /// Gives vectors to up to `limit` passages that have none; says how many got one.
  static int embed(SearchIndex index, int limit) throws InterruptedException {
    UpdateResult result = index.embed(index.withoutVector().stream().limit(limit).toList());
    assertThat(result).isInstanceOf(UpdateResult.Written.class);
    return ((UpdateResult.Written) result).replaced();
  }
}
