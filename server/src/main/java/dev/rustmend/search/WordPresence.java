package dev.rustmend.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;

/// Which words of a query some passages have, in any of their texts. Each word is looked up once
/// for all passages of a segment, which are visited in their order.
record WordPresence(IndexReader reader) {
  private static final List<String> FIELDS =
      List.of(Field.TITLE, Field.KEYWORDS, Field.HEADINGS, Field.TEMPLATE, Field.LABEL, Field.BODY);

  /// For each of `words` (see [WordQuery#words]) those of `documents` that have it.
  Map<String, Set<Integer>> having(Map<String, String> words, Collection<Integer> documents)
      throws IOException {
    var having = new HashMap<String, Set<Integer>>();
    words.keySet().forEach(word -> having.put(word, new HashSet<>()));
    for (LeafReaderContext leaf : reader.leaves()) {
      List<Integer> inLeaf =
          documents.stream()
              .filter(document -> document >= leaf.docBase)
              .map(document -> document - leaf.docBase)
              .filter(document -> document < leaf.reader().maxDoc())
              .sorted()
              .toList();
      if (!inLeaf.isEmpty()) {
        for (var word : words.entrySet()) {
          add(having.getOrDefault(word.getKey(), new HashSet<>()), leaf, inLeaf, word);
        }
      }
    }
    return having;
  }

  private static void add(
      Set<Integer> having,
      LeafReaderContext leaf,
      List<Integer> documents,
      Map.Entry<String, String> word)
      throws IOException {
    int before = having.size();
    for (String field : FIELDS) {
      if (having.size() < before + documents.size()) {
        add(having, leaf, documents, new Term(field, word.getValue()));
      }
    }
    if (having.size() < before + documents.size()) {
      add(having, leaf, documents, new Term(Field.RUST, word.getKey()));
    }
  }

  private static void add(
      Set<Integer> having, LeafReaderContext leaf, List<Integer> documents, Term term)
      throws IOException {
    PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
    if (postings == null) {
      return;
    }
    int at = postings.docID();
    for (int document : documents) {
      at = at < document ? postings.advance(document) : at;
      if (at == document) {
        having.add(document + leaf.docBase);
      }
    }
  }
}
