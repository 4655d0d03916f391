package dev.rustmend.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOSupplier;

/// The terms of one search in one state of the index. To find a term in each segment costs more
/// than to read its passages where it is rare, so each term is looked for once, whoever asks for
/// it. For the thread that searches.
final class KnownTerms {
  private final IndexReader reader;
  private final Map<Term, TermStates> known = new HashMap<>();

  KnownTerms(IndexReader reader) {
    this.reader = reader;
  }

  /// Looks for those of `terms` that nobody has asked for yet, together, in the order that an index
  /// has them in: faster than one by one.
  void find(Collection<Term> terms) throws IOException {
    var byField = new TreeMap<String, SortedSet<Term>>();
    for (Term term : terms) {
      if (!known.containsKey(term)) {
        states(term);
        byField.computeIfAbsent(term.field(), _ -> new TreeSet<>()).add(term);
      }
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      for (var field : byField.entrySet()) {
        Terms inField = leaf.reader().terms(field.getKey());
        if (inField != null) {
          find(field.getValue(), inField.iterator(), leaf.ord);
        }
      }
    }
  }

  private void find(SortedSet<Term> terms, TermsEnum where, int leaf) throws IOException {
    for (Term term : terms) {
      if (where.seekExact(term.bytes())) {
        states(term).register(where.termState(), leaf, where.docFreq(), where.totalTermFreq());
      }
    }
  }

  /// How many passages have the term.
  int passages(Term term) throws IOException {
    return found(term).docFreq();
  }

  /// The query for the term.
  TermQuery query(Term term) throws IOException {
    return new TermQuery(term, found(term));
  }

  /// Where the term is in the segment `leaf`; empty when it is not in it.
  Optional<TermState> in(LeafReaderContext leaf, Term term) throws IOException {
    IOSupplier<TermState> state = found(term).get(leaf);
    return state == null ? Optional.empty() : Optional.ofNullable(state.get());
  }

  private TermStates found(Term term) throws IOException {
    find(List.of(term));
    return states(term);
  }

  /// What is known of a term that was looked for.
  private TermStates states(Term term) {
    return known.computeIfAbsent(term, _ -> new TermStates(reader.getContext()));
  }
}
