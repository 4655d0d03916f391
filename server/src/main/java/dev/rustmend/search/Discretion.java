package dev.rustmend.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/// What of a query may be told to others: terms that the knowledge base or the documentation has.
///
/// A name that the user has given is in neither. What was learned from the user's own code does not
/// count, though it is in the same index.
record Discretion(IndexSearcher searcher) {
  private static final List<String> FIELDS =
      Stream.concat(Field.TEXTS.stream(), Stream.of(Field.CODE)).toList();
  private static final Term LEARNED = new Term(Field.KIND, PassageKind.LEARNED.name());
  private static final Pattern ERROR_CODE = Pattern.compile("e\\d{4}");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  /// Of a question, the words that are public; of what rustc says its code and its message, with
  /// typed holes in place of every name, and nothing of the program that it shows.
  WordQuery words(Asked asked) throws IOException {
    WordQuery words = asked.message().map(WordQuery::withoutNames).orElse(asked.words());
    return words.only(publicOnes(words));
  }

  /// `text` without the words that are not public.
  String text(String text) throws IOException {
    Predicate<String> known =
        publicOnes(
            Analyzers.terms(Analyzers.PROSE, text).stream()
                .map(Analyzers.Analyzed::term)
                .collect(Collectors.toSet()));
    return BLANK
        .splitAsStream(text.strip())
        .filter(word ->
            Analyzers.terms(Analyzers.PROSE, word).stream()
                .allMatch(term -> known.test(term.term())))
        .collect(Collectors.joining(" "));
  }

  private Predicate<String> publicOnes(WordQuery words) throws IOException {
    var terms =
        words.clauses().stream()
            .flatMap(clause -> clause.parts().stream())
            .map(WordQuery.Part::term)
            .collect(Collectors.toSet());
    terms.addAll(words.words().values());
    return publicOnes(terms);
  }

  private Predicate<String> publicOnes(Set<String> terms) throws IOException {
    var known = new HashSet<String>();
    for (String term : terms) {
      if (term.startsWith(DiagnosticTerms.HOLE)
          || ERROR_CODE.matcher(term).matches()
          || isPublic(term)) {
        known.add(term);
      }
    }
    return known::contains;
  }

  private boolean isPublic(String term) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    boolean known = false;
    for (String field : FIELDS) {
      known |= reader.docFreq(new Term(field, term)) > 0;
    }
    return known && (reader.docFreq(LEARNED) == 0 || isInWhatIsNotLearned(term));
  }

  private boolean isInWhatIsNotLearned(String term) throws IOException {
    var anywhere = new BooleanQuery.Builder();
    for (String field : FIELDS) {
      anywhere.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
    }
    var here =
        new BooleanQuery.Builder()
            .add(anywhere.build(), Occur.FILTER)
            .add(new TermQuery(LEARNED), Occur.MUST_NOT)
            .build();
    return searcher.search(here, 1).scoreDocs.length > 0;
  }
}
