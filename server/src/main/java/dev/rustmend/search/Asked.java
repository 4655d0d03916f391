package dev.rustmend.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A query that was read: its words, what rustc says in it if it does, what was said, and the text
/// for a model, which has what is meant as well.
record Asked(WordQuery words, Optional<RustcMessage> message, String said, String text) {
  static Asked of(Query query) {
    return switch (query) {
      case Query.Question(String text) -> question(text);
      case Query.RustcText(String text) ->
          RustcOutput.parse(text).map(Asked::message).orElseGet(() -> question(text));
      case Query.Reported(var diagnostic) -> message(RustcMessage.of(diagnostic));
    };
  }

  private static Asked question(String text) {
    List<String> meant = Sayings.shipped().meant(text);
    String full = meant.isEmpty() ? text : text + " (" + String.join(", ", meant) + ")";
    return new Asked(WordQuery.question(text, meant), Optional.empty(), text, full);
  }

  private static Asked message(RustcMessage message) {
    return new Asked(
        WordQuery.message(message), Optional.of(message), message.message(), message.text());
  }

  /// How this query is answered when `asked` is wanted.
  SearchMode mode(SearchMode asked) {
    if (asked != SearchMode.AUTO) {
      return asked;
    }
    return message.isPresent() ? SearchMode.BM25 : SearchMode.MIN_MAX;
  }

  private List<Found> found(Ranking ranking, SearchMode mode) throws IOException {
    if (message.isEmpty()) {
      return ranking.question(words, said);
    }
    return mode == SearchMode.VECTOR && ranking.lookup().isByMeaning()
        ? ranking.nearest()
        : ranking.message(words, message.get());
  }

  List<Hit> hits(Lookup lookup, SearchRequest request) throws IOException {
    var ranking = new Ranking(lookup, mode(request.mode()), request.limit());
    List<Found> found = found(ranking, mode(request.mode()));
    return new Explaining(lookup, words).hits(found);
  }
}
