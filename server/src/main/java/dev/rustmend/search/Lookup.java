package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// The two ways to find passages in one state of the index: by words and by meaning.
///
/// `vector` is the query's, with the space that it lives in.
record Lookup(IndexSearcher searcher, Optional<Query> filter, Optional<QueryVector> vector) {
  /// A vector of unit length, and where it lives.
  static final class QueryVector {
    private final VectorSpace space;
    private final float[] vector;

    QueryVector(VectorSpace space, float[] vector) {
      this.space = space;
      this.vector = space.unit(vector);
    }
  }

  /// The best passages by words.
  List<Fusion.Ranked> byWords(Query query, int count) throws IOException {
    return ranked(searcher.search(Filters.within(query, filter), count).scoreDocs);
  }

  /// The passages that are nearest in meaning, with their cosines; none without a vector.
  List<Fusion.Ranked> byMeaning(int count) throws IOException {
    if (vector.isEmpty()) {
      return List.of();
    }
    QueryVector target = vector.get();
    var query =
        new KnnFloatVectorQuery(target.space.field(), target.vector, count, filter.orElse(null));
    var ranked = new ArrayList<Fusion.Ranked>();
    for (Fusion.Ranked found : ranked(searcher.search(query, count).scoreDocs)) {
      // Lucene's score of a dot product is (1 + cosine) / 2
      ranked.add(new Fusion.Ranked(found.document(), 2 * found.score() - 1));
    }
    return List.copyOf(ranked);
  }

  /// The cosines of these documents, as far as they have a vector.
  Map<Integer, Double> cosines(Iterable<Integer> documents) throws IOException {
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
        cosines.put(document, dot(target.vector, vectors.vectorValue(iterator.index())));
      }
    }
    return cosines;
  }

  /// What ranking has to know of a document.
  RankingFacts facts(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    BinaryDocValues facts = leaf.reader().getBinaryDocValues(Field.RANKING);
    return facts != null && facts.advanceExact(document - leaf.docBase)
        ? RankingFacts.read(facts.binaryValue().utf8ToString())
        : RankingFacts.NONE;
  }

  LeafReaderContext leaf(int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static List<Fusion.Ranked> ranked(ScoreDoc[] found) {
    var ranked = new ArrayList<Fusion.Ranked>();
    for (ScoreDoc hit : found) {
      ranked.add(new Fusion.Ranked(hit.doc, hit.score));
    }
    return ranked;
  }
}
