package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// The two ways to find passages in one state of the index: by words and by meaning.
///
/// `vector` is the query's, with the space that it lives in.
record IndexLookup(IndexSearcher searcher, Optional<Query> filter, Optional<QueryVector> vector)
    implements Lookup {
  private static final Set<String> SHOWN = Set.of(Field.ID, Field.KIND, Field.TITLE, Field.BODY);

  /// A vector of unit length, and where it lives.
  static final class QueryVector {
    private final VectorSpace space;
    private final float[] vector;

    QueryVector(VectorSpace space, float[] vector) {
      this.space = space;
      this.vector = space.unit(vector);
    }

    /// The vector, to be read only.
    float[] vector() {
      return vector;
    }
  }

  @Override
  public List<Ranked> byWords(WordQuery query, int count) throws IOException {
    Query rarest = LuceneWords.query(RarestTerms.of(query, searcher.getIndexReader()));
    return ranked(searcher.search(Filters.within(rarest, filter), count).scoreDocs);
  }

  @Override
  public boolean isByMeaning() {
    return vector.isPresent();
  }

  @Override
  public List<Ranked> byMeaning(int count) throws IOException {
    if (vector.isEmpty()) {
      return List.of();
    }
    QueryVector target = vector.get();
    var query =
        new KnnFloatVectorQuery(target.space.field(), target.vector, count, filter.orElse(null));
    var ranked = new ArrayList<Ranked>();
    for (Ranked found : ranked(searcher.search(query, count).scoreDocs)) {
      // Lucene's score of a dot product is (1 + cosine) / 2
      ranked.add(new Ranked(found.document(), 2 * found.score() - 1));
    }
    return List.copyOf(ranked);
  }

  @Override
  public Map<Integer, Double> cosines(Collection<Integer> documents) throws IOException {
    var cosines = new HashMap<Integer, Double>();
    if (vector.isEmpty()) {
      return cosines;
    }
    QueryVector target = vector.get();
    for (int document : documents) {
      LeafReaderContext leaf = leaf(document);
      var vectors = leaf.reader().getFloatVectorValues(target.space.field());
      if (vectors == null) {
        continue;
      }
      var iterator = vectors.iterator();
      if (iterator.advance(document - leaf.docBase) == document - leaf.docBase) {
        cosines.put(
            document, VectorSpace.dot(target.vector, vectors.vectorValue(iterator.index())));
      }
    }
    return cosines;
  }

  @Override
  public RankingFacts facts(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    BinaryDocValues facts = leaf.reader().getBinaryDocValues(Field.RANKING);
    return facts != null && facts.advanceExact(document - leaf.docBase)
        ? RankingFacts.read(facts.binaryValue().utf8ToString())
        : RankingFacts.NONE;
  }

  @Override
  public Map<String, Set<Integer>> having(Map<String, String> words, Collection<Integer> documents)
      throws IOException {
    return new WordPresence(searcher.getIndexReader()).having(words, documents);
  }

  @Override
  public double weight(String term) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    return Rarity.of(reader.docFreq(new Term(Field.BODY, term)), reader.numDocs());
  }

  @Override
  public Map<Integer, Shown> shown(Collection<Integer> documents) throws IOException {
    StoredFields stored = searcher.storedFields();
    var shown = new HashMap<Integer, Shown>();
    for (int number : documents) {
      Document document = stored.document(answering(stored, number), SHOWN);
      shown.put(
          number,
          new Shown(
              document.get(Field.ID),
              PassageKind.valueOf(document.get(Field.KIND)),
              document.get(Field.TITLE),
              document.get(Field.BODY)));
    }
    return shown;
  }

  /// The passage that answers where a question was found.
  private int answering(StoredFields stored, int document) throws IOException {
    String id = stored.document(document, Set.of(Field.ID)).get(Field.ID);
    String answering = Passage.answering(id);
    return id.equals(answering) ? document : Stored.number(searcher, answering).orElse(document);
  }

  private LeafReaderContext leaf(int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  private static List<Ranked> ranked(ScoreDoc[] found) {
    var ranked = new ArrayList<Ranked>();
    for (ScoreDoc hit : found) {
      ranked.add(new Ranked(hit.doc, hit.score));
    }
    return ranked;
  }
}
