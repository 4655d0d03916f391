package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;

/// Makes of a query what a companion may be asked.
record Inquiring(
    IndexSearcher searcher, Asked asked, SearchRequest request, Optional<Embedder> embedder) {

  /// The inquiry; `vector` is the one of the whole query, where it has one.
  Inquiry inquiry(Optional<IndexLookup.QueryVector> vector)
      throws IOException, InterruptedException {
    WordQuery words = new Discretion(searcher).words(asked);
    int depth = Ranking.depth(request.limit());
    var wanted = new ArrayList<Inquiry.Wanted>();
    if (asked.message().isPresent() && !words.codes().isEmpty()) {
      wanted.add(new Inquiry.Wanted(words.aboutItsCodes(), depth));
      wanted.add(new Inquiry.Wanted(words, Math.max(Ranking.FEW, request.limit())));
    } else {
      wanted.add(new Inquiry.Wanted(words, depth));
    }
    return new Inquiry(List.copyOf(wanted), request.filter(), meaning(vector, depth));
  }

  /// The vector that may be sent: of the words of a question that are known in public. What rustc
  /// says is about the user's program and has none.
  private Optional<Inquiry.Meaning> meaning(
      Optional<IndexLookup.QueryVector> vector, int depth)
      throws IOException, InterruptedException {
    if (vector.isEmpty() || embedder.isEmpty() || asked.message().isPresent()) {
      return Optional.empty();
    }
    String told = new Discretion(searcher).text(asked.text());
    if (told.isBlank()) {
      return Optional.empty();
    }
    VectorSpace space = VectorSpace.of(embedder.get());
    float[] own = vector.get().vector();
    float[] sent =
        told.equals(asked.text())
            ? own
            : space.unit(embedder.get().embed(List.of(told), Embedder.Role.QUERY).getFirst());
    return Optional.of(new Inquiry.Meaning(space, sent, own, depth));
  }
}
