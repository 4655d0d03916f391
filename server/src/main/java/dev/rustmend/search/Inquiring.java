package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;

/// Makes of a query what a companion may be asked.
record Inquiring(
    IndexSearcher searcher,
    Asked asked,
    SearchRequest request,
    Optional<Embedder> embedder,
    Scope scope) {
  /// Whether what is found is ranked together with passages of this index. How rare a word is
  /// differs from place to place, so that whole passages are wanted then, to be scored alike.
  enum Scope {
    BESIDE,
    ALONE
  }

  /// So many whole passages: they are larger than what is known of them.
  private static final int MOST_TEXTS = 60;

  /// The inquiry; `vector` is the one of the whole query, where it has one.
  Inquiry inquiry(Optional<QueryVector> vector) throws IOException, InterruptedException {
    WordQuery words = new Discretion(searcher).words(asked);
    int depth = Ranking.depth(request.limit());
    var wanted = new ArrayList<Inquiry.Wanted>();
    if (asked.message().isPresent() && !words.codes().isEmpty()) {
      wanted.add(new Inquiry.Wanted(words.aboutItsCodes(), MOST_TEXTS, Inquiry.Texts.ALONG));
      wanted.add(
          new Inquiry.Wanted(words, Math.max(Ranking.FEW, request.limit()), Inquiry.Texts.ALONG));
    } else if (asked.message().isPresent() || scope == Scope.BESIDE) {
      wanted.add(new Inquiry.Wanted(words, MOST_TEXTS, Inquiry.Texts.ALONG));
    } else {
      wanted.add(new Inquiry.Wanted(words, depth, Inquiry.Texts.LEFT_THERE));
    }
    return new Inquiry(List.copyOf(wanted), request.filter(), meaning(vector, depth));
  }

  /// The vector that may be sent: of the words of a question that are known in public. What rustc
  /// says is about the user's program and has none.
  private Optional<Inquiry.Meaning> meaning(Optional<QueryVector> vector, int depth)
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
