package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A query that was read: its words, what rustc says in it if it does, and its text for a model.
record Asked(WordQuery words, Optional<RustcMessage> message, String text) {
  static Asked of(Query query) {
    return switch (query) {
      case Query.Question(String text) -> question(text);
      case Query.RustcText(String text) ->
          RustcOutput.parse(text).map(Asked::message).orElseGet(() -> question(text));
      case Query.Reported(var diagnostic) -> message(RustcMessage.of(diagnostic));
    };
  }

  private static Asked question(String text) {
    return new Asked(WordQuery.question(text), Optional.empty(), text);
  }

  private static Asked message(RustcMessage message) {
    return new Asked(WordQuery.message(message), Optional.of(message), message.text());
  }

  List<Hit> hits(Lookup lookup, SearchRequest request) throws IOException {
    var ranking = new Ranking(lookup, request.mode(), request.limit());
    List<Found> found =
        message.isPresent() && request.mode() != SearchMode.VECTOR
            ? ranking.message(words, message.get())
            : ranking.question(words, text);
    var explaining = new Explaining(lookup, words);
    var hits = new ArrayList<Hit>();
    for (Found each : found) {
      hits.add(explaining.hit(each));
    }
    return List.copyOf(hits);
  }
}
