package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;

/// Makes a hit of a passage that was found: says why, and cuts out what shows it.
record Explaining(Lookup lookup, WordQuery words) {
  private static final int MOST_WORDS = 6;

  /// So many words of the query are looked up in each hit, and so many that it has are enough.
  private static final int MOST_LOOKED_UP = 20;

  private static final int ENOUGH = 8;
  private static final List<String> FIELDS =
      List.of(Field.TITLE, Field.KEYWORDS, Field.HEADINGS, Field.TEMPLATE, Field.LABEL, Field.BODY);

  Hit hit(Found found) throws IOException {
    Document stored =
        lookup
            .searcher()
            .storedFields()
            .document(found.document(), Set.of(Field.ID, Field.KIND, Field.TITLE, Field.BODY));
    Map<String, String> matched = matched(found.document());
    return new Hit(
        stored.get(Field.ID),
        PassageKind.valueOf(stored.get(Field.KIND)),
        stored.get(Field.TITLE),
        found.score(),
        why(found, List.copyOf(matched.keySet())),
        Snippet.of(stored.get(Field.BODY), List.copyOf(matched.values())));
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

  /// The words of the query that the passage has, with their terms.
  private Map<String, String> matched(int document) throws IOException {
    var matched = new java.util.LinkedHashMap<String, String>();
    LeafReaderContext leaf = lookup.leaf(document);
    for (var word : words.words().entrySet().stream().limit(MOST_LOOKED_UP).toList()) {
      if (matched.size() < ENOUGH && has(leaf, document, word.getKey(), word.getValue())) {
        matched.put(word.getKey(), word.getValue());
      }
    }
    return matched;
  }

  private static boolean has(LeafReaderContext leaf, int document, String surface, String term)
      throws IOException {
    for (String field : FIELDS) {
      if (has(leaf, document, new Term(field, term))) {
        return true;
      }
    }
    return has(leaf, document, new Term(Field.RUST, surface));
  }

  private static boolean has(LeafReaderContext leaf, int document, Term term) throws IOException {
    PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
    int wanted = document - leaf.docBase;
    return postings != null && postings.advance(wanted) == wanted;
  }
}
