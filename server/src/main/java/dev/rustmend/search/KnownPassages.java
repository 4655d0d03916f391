package dev.rustmend.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/// What the index knows of one source: the fingerprint of each passage, and whether it has a
/// vector.
record KnownPassages(Map<String, Known> byId) {
  /// What is known of one passage.
  record Known(String fingerprint, boolean hasVector) {}

  /// Whether the index has the passage as it is.
  boolean isUnchanged(Passage passage) {
    Known known = byId.get(passage.id());
    return known != null && known.fingerprint().equals(passage.fingerprint());
  }

  static KnownPassages of(IndexSearcher searcher, String source, Optional<VectorSpace> space)
      throws IOException {
    var known = new HashMap<String, Known>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      add(known, leaf.reader(), source, space);
    }
    return new KnownPassages(Map.copyOf(known));
  }

  private static void add(
      Map<String, Known> known, LeafReader reader, String source, Optional<VectorSpace> space)
      throws IOException {
    PostingsEnum documents = reader.postings(new Term(Field.SOURCE, source), PostingsEnum.NONE);
    BinaryDocValues ids = reader.getBinaryDocValues(Field.ID);
    BinaryDocValues fingerprints = reader.getBinaryDocValues(Field.FINGERPRINT);
    if (documents == null || ids == null || fingerprints == null) {
      return;
    }
    Bits live = reader.getLiveDocs();
    FloatVectorValues vectors =
        space.isPresent() ? reader.getFloatVectorValues(space.get().field()) : null;
    DocIdSetIterator withVector = vectors == null ? DocIdSetIterator.empty() : vectors.iterator();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      if (live != null && !live.get(document)) {
        continue;
      }
      if (withVector.docID() < document) {
        withVector.advance(document);
      }
      if (ids.advanceExact(document) && fingerprints.advanceExact(document)) {
        known.put(
            ids.binaryValue().utf8ToString(),
            new Known(fingerprints.binaryValue().utf8ToString(), withVector.docID() == document));
      }
    }
  }
}
