package dev.rustmend.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;

/// What of a query by words is looked for, so that a search takes as long as it may.
///
/// A term that very many passages have says little of each of them and costs the most. So the
/// rarest terms come first, until those that were taken have so many occurrences that more would
/// slow the search down. Codes are always looked for.
final class RarestTerms {
  /// So many occurrences are read in any index, and one more for each four passages of it.
  private static final long OCCURRENCES = 12_000;

  private static final int PASSAGES_PER_OCCURRENCE = 4;

  private RarestTerms() {}

  /// `query` by those of its terms that can be afforded in an index of `passages` passages. Terms
  /// that no passage has are left out as well.
  static WordQuery of(WordQuery query, KnownTerms terms, int passages) throws IOException {
    Map<WordQuery.Part, Term> parts = new LinkedHashMap<>();
    for (WordQuery.Clause clause : query.clauses()) {
      for (WordQuery.Part part : clause.parts()) {
        parts.put(part, new Term(part.field(), part.term()));
      }
    }
    terms.find(parts.values());
    Map<WordQuery.Part, Integer> having = new HashMap<>();
    for (var part : parts.entrySet()) {
      having.put(part.getKey(), terms.passages(part.getValue()));
    }
    WordQuery there = query.by(part -> having.getOrDefault(part, 0) > 0);
    having.keySet().removeIf(WordQuery.Part::isCode);
    return of(there, having, OCCURRENCES + passages / PASSAGES_PER_OCCURRENCE);
  }

  /// The same with the number of passages that each term is in, and of the occurrences that can be
  /// read. The rarest term that there is stays, whatever it costs.
  static WordQuery of(WordQuery query, Map<WordQuery.Part, Integer> passages, long affordable) {
    int most = most(passages, affordable);
    return query.by(part -> passages.getOrDefault(part, 0) <= most);
  }

  /// How many passages the commonest term that can be afforded is in.
  private static int most(Map<WordQuery.Part, Integer> passages, long affordable) {
    List<Integer> rarestFirst = passages.values().stream().sorted().toList();
    long sum = 0;
    int most = 0;
    for (int having : rarestFirst) {
      sum += having;
      if (sum > affordable && most > 0) {
        return having > most ? most : most - 1;
      }
      most = having;
    }
    return most;
  }
}
