package dev.rustmend.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/// Writes passages with the vectors that are known for them. Only the writer uses it, one call
/// after the other; nothing is committed here.
record Changes(IndexWriter writer, Optional<VectorSpace> space, Optional<Embedder> embedder) {
  /// What becomes of the passages of a source that are not among the new ones.
  enum Rest {
    GOES,
    STAYS
  }

  UpdateResult.Written write(
      IndexSearcher before,
      String source,
      List<Passage> passages,
      Map<String, float[]> given,
      Rest rest)
      throws IOException {
    Map<String, KnownPassages.Known> known = KnownPassages.of(before, source, space).byId();
    List<Passage> changed =
        passages.stream().filter(passage -> !isUnchanged(passage, known, given)).toList();
    Map<String, float[]> vectors = vectors(changed, given);
    int replaced = 0;
    for (Passage passage : changed) {
      replaced += known.containsKey(passage.id()) ? 1 : 0;
      write(source, passage, Optional.ofNullable(vectors.get(passage.id())));
    }
    int removed = rest == Rest.GOES ? remove(known.keySet(), passages) : 0;
    return new UpdateResult.Written(
        changed.size() - replaced, replaced, removed, passages.size() - changed.size());
  }

  /// Replaces one passage.
  void write(String source, Passage passage, Optional<float[]> vector) throws IOException {
    Document document = PassageDocument.of(source, passage);
    if (space.isPresent() && vector.isPresent()) {
      PassageDocument.addVector(document, space.get(), vector.get());
    }
    writer.updateDocument(new Term(Field.ID, passage.id()), document);
  }

  private int remove(Set<String> known, List<Passage> passages) throws IOException {
    var gone = new HashSet<>(known);
    passages.forEach(passage -> gone.remove(passage.id()));
    writer.deleteDocuments(gone.stream().map(id -> new Term(Field.ID, id)).toArray(Term[]::new));
    return gone.size();
  }

  private static boolean isUnchanged(
      Passage passage, Map<String, KnownPassages.Known> known, Map<String, float[]> given) {
    KnownPassages.Known before = known.get(passage.id());
    return before != null
        && before.fingerprint().equals(passage.fingerprint())
        && (before.hasVector() || !given.containsKey(passage.id()));
  }

  /// The vectors by passage: those that were given, and those that the embedder remembers.
  private Map<String, float[]> vectors(List<Passage> passages, Map<String, float[]> given) {
    if (embedder.isEmpty()) {
      return given;
    }
    var texts = new HashMap<String, String>();
    passages.stream()
        .filter(passage -> !given.containsKey(passage.id()) && PassageText.isForMeaning(passage))
        .forEach(passage -> texts.put(passage.id(), PassageText.of(passage)));
    Map<String, float[]> remembered =
        embedder.get().remembered(texts.values(), Embedder.Role.PASSAGE);
    var vectors = new HashMap<String, float[]>(given);
    texts.forEach((id, text) -> {
      float[] vector = remembered.get(text);
      if (vector != null) {
        vectors.put(id, vector);
      }
    });
    return vectors;
  }
}
