package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;

/// Makes hits of the passages that were found: says why, and cuts out what shows it.
record Explaining(Lookup lookup, WordQuery words) {
  private static final int MOST_WORDS = 6;

  /// So many words of the query are looked up in each hit, and so many that it has are enough.
  private static final int MOST_LOOKED_UP = 20;

  private static final int ENOUGH = 8;
  private static final List<String> FIELDS =
      List.of(Field.TITLE, Field.KEYWORDS, Field.HEADINGS, Field.TEMPLATE, Field.LABEL, Field.BODY);

  /// The hits, in the order of `found`.
  List<Hit> hits(List<Found> found) throws IOException {
    Map<Integer, Map<String, String>> matched = matched(found);
    StoredFields storedFields = lookup.searcher().storedFields();
    var hits = new ArrayList<Hit>();
    for (Found each : found) {
      Document stored =
          storedFields.document(
              each.document(), Set.of(Field.ID, Field.KIND, Field.TITLE, Field.BODY));
      Map<String, String> has = matched.getOrDefault(each.document(), Map.of());
      hits.add(
          new Hit(
              stored.get(Field.ID),
              PassageKind.valueOf(stored.get(Field.KIND)),
              stored.get(Field.TITLE),
              each.score(),
              why(each, List.copyOf(has.keySet())),
              Snippet.of(stored.get(Field.BODY), List.copyOf(has.values()))));
    }
    return List.copyOf(hits);
  }

  private static String why(Found found, List<String> matched) {
    var reasons = new ArrayList<String>();
    if (!found.code().isEmpty()) {
      boolean error = found.code().matches("E\\d{4}");
      reasons.add((error ? "error code " : "lint ") + found.code());
    }
    found.fit().ifPresent(fit -> reasons.add("message " + fit + " %"));
    if (!matched.isEmpty()) {
      List<String> shown = matched.subList(0, Math.min(MOST_WORDS, matched.size()));
      reasons.add("words: " + String.join(" ", shown));
    }
    String by = String.join(", ", reasons);
    if (found.cosine().isEmpty()) {
      return by;
    }
    String vector = String.format(Locale.ROOT, "vector %.2f", found.cosine().getAsDouble());
    return by.isEmpty() ? vector : by + "; " + vector;
  }

  /// The words of the query that each passage has, with their terms. Each term is looked up once
  /// for all passages of a segment, which are visited in their order.
  private Map<Integer, Map<String, String>> matched(List<Found> found) throws IOException {
    var matched = new HashMap<Integer, Map<String, String>>();
    for (LeafReaderContext leaf : lookup.searcher().getIndexReader().leaves()) {
      List<Integer> inLeaf =
          found.stream()
              .map(each -> each.document() - leaf.docBase)
              .filter(document -> document >= 0 && document < leaf.reader().maxDoc())
              .sorted()
              .toList();
      for (var word : words.words().entrySet().stream().limit(MOST_LOOKED_UP).toList()) {
        for (int document : having(leaf, open(inLeaf, leaf, matched), word)) {
          matched
              .computeIfAbsent(document + leaf.docBase, _ -> new LinkedHashMap<>())
              .put(word.getKey(), word.getValue());
        }
      }
    }
    return matched;
  }

  /// The documents of which not enough words are known yet.
  private static List<Integer> open(
      List<Integer> documents, LeafReaderContext leaf, Map<Integer, Map<String, String>> matched) {
    return documents.stream()
        .filter(document ->
            matched.getOrDefault(document + leaf.docBase, Map.of()).size() < ENOUGH)
        .toList();
  }

  /// Those of `documents`, ascending numbers of the leaf, that have the word in some field.
  private static Set<Integer> having(
      LeafReaderContext leaf, List<Integer> documents, Map.Entry<String, String> word)
      throws IOException {
    var having = new HashSet<Integer>();
    for (String field : FIELDS) {
      if (having.size() == documents.size()) {
        return having;
      }
      add(having, leaf, documents, new Term(field, word.getValue()));
    }
    if (having.size() < documents.size()) {
      add(having, leaf, documents, new Term(Field.RUST, word.getKey()));
    }
    return having;
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
        having.add(document);
      }
    }
  }
}
