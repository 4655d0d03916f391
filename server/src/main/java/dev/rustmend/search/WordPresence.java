package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/// Which words of a query some passages have, in any of their texts. The passages of a segment are
/// visited once for each word, in their order.
record WordPresence(IndexReader reader, KnownTerms terms) {
  /// For each of `words` (see [WordQuery#words]) those of `documents` that have it.
  Map<String, Set<Integer>> having(Map<String, String> words, Collection<Integer> documents)
      throws IOException {
    findAll(words);
    var having = new HashMap<String, Set<Integer>>();
    words.keySet().forEach(word -> having.put(word, new HashSet<>()));
    for (LeafReaderContext leaf : reader.leaves()) {
      int[] inLeaf =
          documents.stream()
              .mapToInt(document -> document - leaf.docBase)
              .filter(document -> document >= 0 && document < leaf.reader().maxDoc())
              .sorted()
              .toArray();
      for (String field : inLeaf.length == 0 ? List.<String>of() : Field.TEXTS) {
        Terms inField = leaf.reader().terms(field);
        if (inField != null) {
          add(having, leaf, inLeaf, words, field, inField.iterator());
        }
      }
    }
    return having;
  }

  private void findAll(Map<String, String> words) throws IOException {
    var all = new ArrayList<Term>();
    for (String field : Field.TEXTS) {
      words.forEach((word, term) -> all.add(term(field, word, term)));
    }
    terms.find(all);
  }

  private void add(
      Map<String, Set<Integer>> having,
      LeafReaderContext leaf,
      int[] documents,
      Map<String, String> words,
      String field,
      TermsEnum where)
      throws IOException {
    PostingsEnum postings = null;
    for (var word : words.entrySet()) {
      Term term = term(field, word.getKey(), word.getValue());
      Optional<TermState> state = terms.in(leaf, term);
      if (state.isPresent()) {
        where.seekExact(term.bytes(), state.get());
        postings = where.postings(postings, PostingsEnum.NONE);
        add(having.getOrDefault(word.getKey(), new HashSet<>()), postings, documents, leaf.docBase);
      }
    }
  }

  private static void add(Set<Integer> having, PostingsEnum postings, int[] documents, int base)
      throws IOException {
    int at = postings.docID();
    for (int document : documents) {
      at = at < document ? postings.advance(document) : at;
      if (at == document) {
        having.add(document + base);
      }
    }
  }

  /// Programs are written as they are, prose is stemmed.
  private static Term term(String field, String word, String term) {
    return new Term(field, field.equals(Field.RUST) ? word : term);
  }
}
