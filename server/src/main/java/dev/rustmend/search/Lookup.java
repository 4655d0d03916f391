package dev.rustmend.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One state of a set of passages, wherever it is: what ranking and explaining have to ask it.
///
/// Each passage has a number, which means something only here. Methods throw [IOException] when the
/// passages can not be read.
public interface Lookup {
  /// The best passages by words, the best first.
  List<Ranked> byWords(WordQuery query, int count) throws IOException;

  /// The passages that are nearest in meaning, with their cosines; none without a vector.
  List<Ranked> byMeaning(int count) throws IOException;

  /// Whether the query has a vector here.
  boolean isByMeaning();

  /// The cosines of these passages, as far as they have a vector.
  Map<Integer, Double> cosines(Collection<Integer> documents) throws IOException;

  /// What ranking has to know of these passages, by number.
  Map<Integer, RankingFacts> facts(Collection<Integer> documents) throws IOException;

  /// For each of `words` (see [WordQuery#words]) those of `documents` that have it in any of their
  /// texts.
  Map<String, Set<Integer>> having(Map<String, String> words, Collection<Integer> documents)
      throws IOException;

  /// How much having the term counts: the more, the fewer passages have it.
  double weight(String term) throws IOException;

  /// What people see of these passages, by number; of a question that was written beforehand it is
  /// the passage that answers it.
  Map<Integer, Shown> shown(Collection<Integer> documents) throws IOException;

  /// The whole passage, where it came along.
  default Optional<Passage> text(int document) {
    return Optional.empty();
  }

  /// What people see of a passage.
  record Shown(String id, PassageKind kind, String title, String body) {}
}
