package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.store.ByteBuffersDirectory;

/// A companion's passages with scores as the whole query gives them: the companion was told only a
/// part of it. Passages whose texts came along are scored here, with this index's knowledge of how
/// rare each term is.
record Rescored(Lookup other, IndexSearcher known) implements Lookup {
  @Override
  public List<Ranked> byWords(WordQuery query, int count) throws IOException {
    List<Ranked> ranking = other.byWords(query, count);
    var texts = new ArrayList<Passage>();
    for (Ranked ranked : ranking) {
      other.text(ranked.document()).ifPresent(texts::add);
    }
    if (texts.isEmpty() || texts.size() < ranking.size()) {
      return ranking;
    }
    double[] scores = scores(texts, query.anywhere());
    var rescored = new ArrayList<Ranked>();
    for (int i = 0; i < scores.length; i++) {
      rescored.add(new Ranked(ranking.get(i).document(), scores[i]));
    }
    rescored.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return List.copyOf(rescored);
  }

  private double[] scores(List<Passage> passages, WordQuery query) throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      var writing = new IndexWriterConfig(Analyzers.byField()).setCommitOnClose(false);
      Set<String> fields = fields(query);
      try (var writer = new IndexWriter(directory, writing)) {
        for (Passage passage : passages) {
          writer.addDocument(PassageDocument.words(passage, fields));
        }
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
          var scores = new double[passages.size()];
          var searcher = new Knowing(reader, known);
          for (ScoreDoc found :
              searcher.search(new LuceneWords(TermQuery::new).query(query), passages.size())
                  .scoreDocs) {
            scores[found.doc] = found.score;
          }
          return scores;
        }
      }
    }
  }

  private static Set<String> fields(WordQuery query) {
    return query.clauses().stream()
        .flatMap(clause -> clause.parts().stream())
        .map(WordQuery.Part::field)
        .collect(Collectors.toSet());
  }

  /// Searches a few passages with what another index knows of all of them.
  private static final class Knowing extends IndexSearcher {
    private final IndexSearcher known;

    Knowing(DirectoryReader few, IndexSearcher known) {
      super(few);
      this.known = known;
    }

    @Override
    public TermStatistics termStatistics(Term term, int frequency, long total) throws IOException {
      int there = known.getIndexReader().docFreq(term);
      return there == 0
          ? new TermStatistics(term.bytes(), 1, 1)
          : new TermStatistics(term.bytes(), there, known.getIndexReader().totalTermFreq(term));
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
      CollectionStatistics there = known.collectionStatistics(field);
      return there == null ? super.collectionStatistics(field) : there;
    }
  }

  @Override
  public Optional<Passage> text(int document) {
    return other.text(document);
  }

  @Override
  public boolean isByMeaning() {
    return other.isByMeaning();
  }

  @Override
  public List<Ranked> byMeaning(int count) throws IOException {
    return other.byMeaning(count);
  }

  @Override
  public Map<Integer, Double> cosines(Collection<Integer> documents) throws IOException {
    return other.cosines(documents);
  }

  @Override
  public Map<Integer, RankingFacts> facts(Collection<Integer> documents) throws IOException {
    return other.facts(documents);
  }

  @Override
  public Map<String, Set<Integer>> having(Map<String, String> words, Collection<Integer> documents)
      throws IOException {
    return other.having(words, documents);
  }

  @Override
  public double weight(String term) throws IOException {
    return other.weight(term);
  }

  @Override
  public Map<Integer, Shown> shown(Collection<Integer> documents) throws IOException {
    return other.shown(documents);
  }
}
