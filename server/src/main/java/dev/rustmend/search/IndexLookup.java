package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// The two ways to find passages in one state of the index: by words and by meaning.
///
/// `vector` is the query's, with the space that it lives in.
record IndexLookup(
    IndexSearcher searcher, Optional<Query> filter, Optional<QueryVector> vector, KnownTerms terms)
    implements Lookup {
  private static final Set<String> SHOWN = Set.of(Field.ID, Field.KIND, Field.TITLE, Field.BODY);

  IndexLookup(IndexSearcher searcher, Optional<Query> filter, Optional<QueryVector> vector) {
    this(searcher, filter, vector, new KnownTerms(searcher.getIndexReader()));
  }

  @Override
  public List<Ranked> byWords(WordQuery query, int count) throws IOException {
    WordQuery rarest = RarestTerms.of(query, terms, searcher.getIndexReader().numDocs());
    Query words = new LuceneWords(terms::query).query(rarest);
    return ranked(searcher.search(Filters.within(words, filter), count).scoreDocs);
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
        new KnnFloatVectorQuery(
            target.space().field(), target.vector(), count, filter.orElse(null));
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
    float[] target = vector.get().vector();
    int[] inOrder = inOrder(documents);
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int from = next;
      while (next < inOrder.length && inOrder[next] < end) {
        next++;
      }
      FloatVectorValues vectors =
          from < next ? leaf.reader().getFloatVectorValues(vector.get().space().field()) : null;
      if (vectors != null) {
        KnnVectorValues.DocIndexIterator having = vectors.iterator();
        for (int document : Arrays.copyOfRange(inOrder, from, next)) {
          int wanted = document - leaf.docBase;
          int at = having.docID() < wanted ? having.advance(wanted) : having.docID();
          if (at == wanted) {
            cosines.put(document, VectorSpace.dot(target, vectors.vectorValue(having.index())));
          }
        }
      }
    }
    return cosines;
  }

  @Override
  public Map<Integer, RankingFacts> facts(Collection<Integer> documents) throws IOException {
    Map<Integer, String> written = column(Field.RANKING, documents);
    var facts = new HashMap<Integer, RankingFacts>();
    for (int document : documents) {
      String known = written.get(document);
      facts.put(document, known == null ? RankingFacts.NONE : RankingFacts.read(known));
    }
    return facts;
  }

  /// What stands in a column for each of `documents`, as far as there is something. The documents
  /// of a segment are visited in their order, as a column can be read.
  private Map<Integer, String> column(String field, Collection<Integer> documents)
      throws IOException {
    int[] inOrder = inOrder(documents);
    var values = new HashMap<Integer, String>();
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      BinaryDocValues column =
          next < inOrder.length && inOrder[next] < end
              ? leaf.reader().getBinaryDocValues(field)
              : null;
      for (; next < inOrder.length && inOrder[next] < end; next++) {
        if (column != null && column.advanceExact(inOrder[next] - leaf.docBase)) {
          values.put(inOrder[next], column.binaryValue().utf8ToString());
        }
      }
    }
    return values;
  }

  @Override
  public Map<String, Set<Integer>> having(Map<String, String> words, Collection<Integer> documents)
      throws IOException {
    return new WordPresence(searcher.getIndexReader(), terms).having(words, documents);
  }

  @Override
  public double weight(String term) throws IOException {
    return Rarity.of(
        terms.passages(new Term(Field.BODY, term)), searcher.getIndexReader().numDocs());
  }

  @Override
  public Map<Integer, Shown> shown(Collection<Integer> documents) throws IOException {
    StoredFields stored = searcher.storedFields();
    Map<Integer, String> ids = column(Field.ID, documents);
    var shown = new HashMap<Integer, Shown>();
    for (int number : documents) {
      Document document = stored.document(answering(number, ids.getOrDefault(number, "")), SHOWN);
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
  private int answering(int document, String id) throws IOException {
    String answering = Passage.answering(id);
    return id.equals(answering) ? document : Stored.number(searcher, answering).orElse(document);
  }

  private static int[] inOrder(Collection<Integer> documents) {
    return documents.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static List<Ranked> ranked(ScoreDoc[] found) {
    var ranked = new ArrayList<Ranked>();
    for (ScoreDoc hit : found) {
      ranked.add(new Ranked(hit.doc, hit.score));
    }
    return ranked;
  }
}
