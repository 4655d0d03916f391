package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;

/// Passages as they are stored in the index.
final class Stored {
  private static final Set<String> NAME = Set.of(Field.ID, Field.KIND);

  private Stored() {}

  /// A passage and the source that it came from.
  record InSource(String source, Passage passage) {}

  static Optional<Passage> passage(IndexSearcher searcher, String id) throws IOException {
    OptionalInt number = number(searcher, id);
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(PassageDocument.passage(searcher.storedFields().document(number.getAsInt())));
  }

  /// The number of the document with this id.
  static OptionalInt number(IndexSearcher searcher, String id) throws IOException {
    ScoreDoc[] found = searcher.search(new TermQuery(new Term(Field.ID, id)), 1).scoreDocs;
    return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0].doc);
  }

  /// Those of `names` that are there, with all their texts.
  static List<InSource> passages(IndexSearcher searcher, List<PassageName> names)
      throws IOException {
    var passages = new ArrayList<InSource>();
    for (PassageName name : names) {
      OptionalInt number = number(searcher, name.id());
      if (number.isPresent()) {
        Document document = searcher.storedFields().document(number.getAsInt());
        passages.add(new InSource(document.get(Field.SOURCE), PassageDocument.passage(document)));
      }
    }
    return List.copyOf(passages);
  }

  /// All passages that should have a vector in `space` and have none, without their texts.
  static List<PassageName> names(IndexSearcher searcher, VectorSpace space) throws IOException {
    var names = new ArrayList<PassageName>();
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    for (ScoreDoc found : searcher.search(missing(space), most, Sort.INDEXORDER).scoreDocs) {
      Document document = searcher.storedFields().document(found.doc, NAME);
      names.add(
          new PassageName(document.get(Field.ID), PassageKind.valueOf(document.get(Field.KIND))));
    }
    return List.copyOf(names);
  }

  /// How many passages should have a vector in `space` and have none.
  static int countMissing(IndexSearcher searcher, VectorSpace space) throws IOException {
    return searcher.count(missing(space));
  }

  private static Query missing(VectorSpace space) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(new FieldExistsQuery(space.field()), Occur.MUST_NOT)
        .add(new PrefixQuery(new Term(Field.ID, PassageText.LIBRARY)), Occur.MUST_NOT)
        .build();
  }

  static boolean hasVectors(IndexSearcher searcher, VectorSpace space) {
    return searcher.getIndexReader().leaves().stream()
        .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(space.field()) != null);
  }

  static int countVectors(IndexSearcher searcher, VectorSpace space) throws IOException {
    return searcher.count(new FieldExistsQuery(space.field()));
  }
}
