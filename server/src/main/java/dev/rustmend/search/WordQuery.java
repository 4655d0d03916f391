package dev.rustmend.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A query by words, whatever searches for them: what is looked for, the words that hits are
/// explained with, and the codes it names.
///
/// `words` gives each word that a person would recognize the term that the prose fields hold. A
/// passage must be about one of the codes in `required`, where there are some.
public record WordQuery(
    List<Clause> clauses, Map<String, String> words, Set<String> codes, Set<String> required) {
  /// What a person says or what rustc says is cut to this many words: more slow the search down and
  /// tell nothing new.
  private static final int MOST_WORDS = 32;

  private static final float CODE_BOOST = 20;
  private static final float TIE = 0.3f;
  private static final float TIE_OF_QUESTION = 0.2f;

  /// So many names and shapes of the program that rustc shows are looked for.
  private static final int MOST_OF_PROGRAM = 8;

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
          Field.LABEL, 0.5f,
          Field.BODY, 0.4f);
  private static final Map<String, Float> LABEL_FIELDS =
      Map.of(Field.LABEL, 1.5f, Field.TITLE, 0.7f, Field.BODY, 0.5f);
  private static final Set<String> BEYOND = Set.of(Field.TEMPLATE, Field.TITLE, Field.BODY);
  private static final float RUST_OF_QUESTION = 0.2f;
  private static final float RUST_OF_PROGRAM = 0.3f;
  private static final float SHAPE = 0.15f;

  public WordQuery {
    clauses = List.copyOf(clauses);
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    codes = Set.copyOf(codes);
    required = Set.copyOf(required);
  }

  /// One word or name in the fields where it is looked for. The best of `parts` counts, and the
  /// others `tie` times their scores; a passage's scores of all clauses are added up.
  public record Clause(List<Part> parts, float tie) {
    public Clause {
      parts = List.copyOf(parts);
    }
  }

  /// A term in one field of the index, and what its score is multiplied with.
  public record Part(String field, String term, float boost) {
    /// Whether it is a code, whose score is the boost alone.
    public boolean isCode() {
      return field.equals(Field.CODE);
    }
  }

  /// The same among passages that are about one of the codes that it names.
  WordQuery aboutItsCodes() {
    return new WordQuery(clauses, words, codes, codes);
  }

  /// The same for the places behind what is about its codes: by the words that rustc says, not by
  /// what the program is written with.
  WordQuery beyondItsCodes() {
    return by(part -> BEYOND.contains(part.field()));
  }

  /// The same among all passages.
  WordQuery anywhere() {
    return new WordQuery(clauses, words, codes, Set.of());
  }

  /// The same, looked for by these parts only.
  WordQuery by(Predicate<Part> kept) {
    var some = new ArrayList<Clause>();
    for (Clause clause : clauses) {
      List<Part> parts = clause.parts().stream().filter(kept).toList();
      if (!parts.isEmpty()) {
        some.add(new Clause(parts, clause.tie()));
      }
    }
    return new WordQuery(some, words, codes, required);
  }

  /// The same without the terms that `kept` does not let pass, whatever field they are looked for
  /// in.
  WordQuery only(Predicate<String> kept) {
    var known = new LinkedHashMap<String, String>();
    words.forEach((word, term) -> {
      if (kept.test(term)) {
        known.put(word, term);
      }
    });
    return new WordQuery(
        by(part -> kept.test(part.term())).clauses(),
        known,
        codes.stream().filter(kept).collect(Collectors.toSet()),
        required.stream().filter(kept).collect(Collectors.toSet()));
  }

  /// The query for a question in people's words; `meant` says the same in the words of the
  /// documentation.
  static WordQuery question(String text, List<String> meant) {
    List<Analyzers.Analyzed> terms = Analyzers.terms(Analyzers.PROSE, text);
    var query = new ArrayList<Clause>();
    var words = new LinkedHashMap<String, String>();
    var codes = new TreeSet<String>();
    for (Analyzers.Analyzed term : terms.stream().limit(MOST_WORDS).toList()) {
      words.putIfAbsent(term.surface(), term.term());
      List<Part> fields = fields(term.term(), QUESTION_FIELDS);
      fields.add(new Part(Field.RUST, term.surface(), RUST_OF_QUESTION));
      if (isCode(term.term())) {
        String code = Identifiers.code(term.term());
        codes.add(code);
        fields.add(code(code));
      }
      query.add(new Clause(fields, TIE_OF_QUESTION));
    }
    for (Analyzers.Analyzed term : Analyzers.terms(Analyzers.PROSE, String.join(" ", meant))) {
      if (words.putIfAbsent(term.surface(), term.term()) == null) {
        List<Part> fields = fields(term.term(), QUESTION_FIELDS);
        query.add(new Clause(fields, TIE_OF_QUESTION));
      }
    }
    return new WordQuery(query, words, codes, Set.of());
  }

  /// The query for something that rustc says.
  static WordQuery message(RustcMessage message) {
    var query = new ArrayList<Clause>();
    var words = new LinkedHashMap<String, String>();
    var codes = new TreeSet<String>();
    addCode(query, codes, message);
    add(query, words, Analyzers.terms(Analyzers.DIAGNOSTIC, message.message()), MESSAGE_FIELDS);
    var around = new ArrayList<>(message.labels());
    around.addAll(message.notes());
    add(
        query,
        words,
        Analyzers.terms(Analyzers.DIAGNOSTIC, String.join("\n", around)),
        LABEL_FIELDS);
    String program = String.join("\n", message.codeLines());
    for (Analyzers.Analyzed name :
        first(MOST_OF_PROGRAM, Analyzers.terms(Analyzers.RUST, program))) {
      query.add(new Clause(List.of(new Part(Field.RUST, name.term(), RUST_OF_PROGRAM)), 0));
    }
    for (Analyzers.Analyzed shape :
        first(MOST_OF_PROGRAM, Analyzers.terms(Analyzers.SHAPE, program))) {
      query.add(new Clause(List.of(new Part(Field.SHAPE, shape.term(), SHAPE)), 0));
    }
    return new WordQuery(query, words, codes, Set.of());
  }

  /// The query for something that rustc says, with nothing in it that the user has written: its
  /// code, and the words of the message with typed holes in place of names.
  static WordQuery withoutNames(RustcMessage message) {
    var query = new ArrayList<Clause>();
    var words = new LinkedHashMap<String, String>();
    var codes = new TreeSet<String>();
    addCode(query, codes, message);
    add(query, words, Analyzers.terms(Analyzers.TEMPLATE, message.message()), MESSAGE_FIELDS);
    return new WordQuery(query, words, codes, Set.of());
  }

  private static void addCode(List<Clause> query, Set<String> codes, RustcMessage message) {
    if (!message.code().isEmpty()) {
      String code = Identifiers.code(message.code());
      codes.add(code);
      query.add(new Clause(List.of(code(code)), 0));
    }
  }

  private static void add(
      List<Clause> query,
      Map<String, String> words,
      List<Analyzers.Analyzed> terms,
      Map<String, Float> fields) {
    for (Analyzers.Analyzed term : first(MOST_WORDS, terms)) {
      boolean hole = term.term().startsWith(DiagnosticTerms.HOLE);
      if (words.containsKey(term.surface()) || term.term().equals(DiagnosticTerms.HOLE)) {
        continue;
      }
      if (!hole) {
        words.put(term.surface(), term.term());
      }
      query.add(new Clause(fields(term.term(), fields), TIE));
    }
  }

  private static List<Analyzers.Analyzed> first(int count, List<Analyzers.Analyzed> terms) {
    return terms.subList(0, Math.min(count, terms.size()));
  }

  private static List<Part> fields(String term, Map<String, Float> boosts) {
    var fields = new ArrayList<Part>();
    boosts.forEach((field, boost) -> fields.add(new Part(field, term, boost)));
    return fields;
  }

  private static Part code(String code) {
    return new Part(Field.CODE, code, CODE_BOOST);
  }

  /// Whether a term may be an error code or the name of a lint.
  private static boolean isCode(String term) {
    return term.matches("e\\d{4}|\\w+(::\\w+)*") && term.matches(".*(_|::|\\d{4}).*");
  }
}
