package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;

/// Makes of a query what a companion may be asked.
record Inquiring(IndexSearcher searcher, Asked asked, SearchRequest request) {

  /// The text whose vector may be sent; empty where none may: what rustc says is the user's.
  Optional<String> text() throws IOException {
    if (asked.message().isPresent()) {
      return Optional.empty();
    }
    String text = new Discretion(searcher).text(asked.text());
    return Optional.of(text).filter(some -> !some.isBlank());
  }

  /// The inquiry with that vector.
  Inquiry inquiry(Optional<Inquiry.Meaning> meaning) throws IOException {
    WordQuery words = new Discretion(searcher).words(asked);
    int depth = Ranking.depth(request.limit());
    var wanted = new ArrayList<Inquiry.Wanted>();
    if (asked.message().isPresent() && !words.codes().isEmpty()) {
      wanted.add(new Inquiry.Wanted(words.aboutItsCodes(), depth));
      wanted.add(new Inquiry.Wanted(words, Math.max(Ranking.FEW, request.limit())));
    } else {
      wanted.add(new Inquiry.Wanted(words, depth));
    }
    return new Inquiry(List.copyOf(wanted), request.filter(), meaning);
  }
}
