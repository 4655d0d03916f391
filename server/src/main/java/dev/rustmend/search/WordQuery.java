package dev.rustmend.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A query by words: Lucene's form of it, the words that hits are explained with, and the codes it
/// names.
///
/// `words` gives each word that a person would recognize the term that the prose fields hold.
record WordQuery(Query query, Map<String, String> words, Set<String> codes) {
  /// What a person says or what rustc says is cut to this many words: more slow the search down and
  /// tell nothing new.
  private static final int MOST_WORDS = 32;

  private static final float CODE_BOOST = 20;
  private static final float TIE = 0.3f;
  private static final float TIE_OF_QUESTION = 0.2f;

  /// So many names and shapes of the program that rustc shows are looked for.
  private static final int MOST_OF_PROGRAM = 12;

  private static final Map<String, Float> QUESTION_FIELDS =
      Map.of(
          Field.TITLE, 3f,
          Field.KEYWORDS, 2.5f,
          Field.HEADINGS, 1.2f,
          Field.BODY, 1f,
          Field.TEMPLATE, 1.5f,
          Field.LABEL, 0.7f);
  private static final Map<String, Float> MESSAGE_FIELDS =
      Map.of(
          Field.TEMPLATE, 3f,
          Field.TITLE, 1.5f,
          Field.KEYWORDS, 1f,
          Field.LABEL, 0.5f,
          Field.BODY, 0.4f);
  private static final Map<String, Float> LABEL_FIELDS =
      Map.of(Field.LABEL, 1.5f, Field.TITLE, 0.7f, Field.KEYWORDS, 0.5f, Field.BODY, 0.5f);
  private static final float RUST_OF_QUESTION = 0.2f;
  private static final float RUST_OF_PROGRAM = 0.3f;
  private static final float SHAPE = 0.15f;

  /// The query for a question in people's words; `meant` says the same in the words of the
  /// documentation.
  static WordQuery question(String text, List<String> meant) {
    List<Analyzers.Analyzed> terms = Analyzers.terms(Analyzers.PROSE, text);
    var query = new BooleanQuery.Builder();
    var words = new LinkedHashMap<String, String>();
    var codes = new TreeSet<String>();
    for (Analyzers.Analyzed term : terms.stream().limit(MOST_WORDS).toList()) {
      words.putIfAbsent(term.surface(), term.term());
      List<Query> fields = fields(term.term(), QUESTION_FIELDS);
      fields.add(boosted(Field.RUST, term.surface(), RUST_OF_QUESTION));
      if (isCode(term.term())) {
        String code = Identifiers.code(term.term());
        codes.add(code);
        fields.add(code(code));
      }
      query.add(new DisjunctionMaxQuery(fields, TIE_OF_QUESTION), Occur.SHOULD);
    }
    for (Analyzers.Analyzed term : Analyzers.terms(Analyzers.PROSE, String.join(" ", meant))) {
      if (words.putIfAbsent(term.surface(), term.term()) == null) {
        List<Query> fields = fields(term.term(), QUESTION_FIELDS);
        query.add(new DisjunctionMaxQuery(fields, TIE_OF_QUESTION), Occur.SHOULD);
      }
    }
    return new WordQuery(query.build(), words, codes);
  }

  /// The query for something that rustc says.
  static WordQuery message(RustcMessage message) {
    var query = new BooleanQuery.Builder();
    var words = new LinkedHashMap<String, String>();
    var codes = new TreeSet<String>();
    if (!message.code().isEmpty()) {
      String code = Identifiers.code(message.code());
      codes.add(code);
      query.add(code(code), Occur.SHOULD);
    }
    add(query, words, message.message(), MESSAGE_FIELDS);
    var around = new ArrayList<>(message.labels());
    around.addAll(message.notes());
    add(query, words, String.join("\n", around), LABEL_FIELDS);
    String program = String.join("\n", message.codeLines());
    for (Analyzers.Analyzed name :
        first(MOST_OF_PROGRAM, Analyzers.terms(Analyzers.RUST, program))) {
      query.add(boosted(Field.RUST, name.term(), RUST_OF_PROGRAM), Occur.SHOULD);
    }
    for (Analyzers.Analyzed shape :
        first(MOST_OF_PROGRAM, Analyzers.terms(Analyzers.SHAPE, program))) {
      query.add(boosted(Field.SHAPE, shape.term(), SHAPE), Occur.SHOULD);
    }
    return new WordQuery(query.build(), words, codes);
  }

  private static void add(
      BooleanQuery.Builder query,
      Map<String, String> words,
      String text,
      Map<String, Float> fields) {
    for (Analyzers.Analyzed term : first(MOST_WORDS, Analyzers.terms(Analyzers.DIAGNOSTIC, text))) {
      boolean hole = term.term().startsWith(DiagnosticTerms.HOLE);
      if (words.containsKey(term.surface()) || term.term().equals(DiagnosticTerms.HOLE)) {
        continue;
      }
      if (!hole) {
        words.put(term.surface(), term.term());
      }
      query.add(new DisjunctionMaxQuery(fields(term.term(), fields), TIE), Occur.SHOULD);
    }
  }

  private static List<Analyzers.Analyzed> first(int count, List<Analyzers.Analyzed> terms) {
    return terms.subList(0, Math.min(count, terms.size()));
  }

  private static List<Query> fields(String term, Map<String, Float> boosts) {
    var fields = new ArrayList<Query>();
    boosts.forEach((field, boost) -> fields.add(boosted(field, term, boost)));
    return fields;
  }

  private static Query boosted(String field, String term, float boost) {
    return new BoostQuery(new TermQuery(new Term(field, term)), boost);
  }

  private static Query code(String code) {
    return new BoostQuery(
        new ConstantScoreQuery(new TermQuery(new Term(Field.CODE, code))), CODE_BOOST);
  }

  /// Whether a term may be an error code or the name of a lint.
  private static boolean isCode(String term) {
    return term.matches("e\\d{4}|\\w+(::\\w+)*") && term.matches(".*(_|::|\\d{4}).*");
  }
}
