package dev.rustmend.remote;

import dev.rustmend.search.Field;
import dev.rustmend.search.Inquiry;
import dev.rustmend.search.PassageTerms;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.WordQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// Inquiries in OpenSearch's form.
final class TeamQueries {
  private static final List<String> FIELDS =
      List.of(Field.TITLE, Field.KEYWORDS, Field.HEADINGS, Field.TEMPLATE, Field.LABEL, Field.BODY);

  private TeamQueries() {}

  /// What is looked for by words, among what passes.
  static Query words(WordQuery words, SearchFilter filter) {
    List<Query> filters = new ArrayList<>(filters(filter));
    if (!words.required().isEmpty()) {
      filters.add(anyOf(Field.CODE, List.copyOf(words.required())));
    }
    List<Query> clauses = words.clauses().stream().map(TeamQueries::clause).toList();
    return BoolQuery.of(
            bool -> bool.must(BoolQuery.of(any -> any.should(clauses)).toQuery()).filter(filters))
        .toQuery();
  }

  /// What is nearest in meaning, among what passes.
  static Query meaning(Inquiry.Meaning meaning, SearchFilter filter) {
    var vector = new ArrayList<Float>();
    for (float component : meaning.asked()) {
      vector.add(component);
    }
    List<Query> filters = filters(filter);
    return Query.of(query ->
        query.knn(knn -> {
          knn.field(meaning.space().field()).vector(vector).k(meaning.count());
          return filters.isEmpty()
              ? knn
              : knn.filter(BoolQuery.of(bool -> bool.filter(filters)).toQuery());
        }));
  }

  /// The same, with what each hit has of `words` in its answer: each is a query with the word as
  /// its name. They stand beside something that no passage has, so that the search itself looks for
  /// none of them, and only hits are compared with them.
  static Query naming(Query query, Map<String, String> words) {
    if (words.isEmpty()) {
      return query;
    }
    var named = new ArrayList<Query>();
    words.forEach((word, term) -> {
      var fields = new ArrayList<Query>();
      FIELDS.forEach(field -> fields.add(term(field, term, 1)));
      fields.add(term(Field.RUST, word, 1));
      named.add(BoolQuery.of(bool -> bool.should(fields).queryName(word)).toQuery());
    });
    Query never =
        BoolQuery.of(bool -> bool.mustNot(Query.of(none -> none.matchAll(all -> all)))).toQuery();
    Query aside = BoolQuery.of(bool -> bool.must(never).should(named)).toQuery();
    return BoolQuery.of(bool -> bool.must(query).should(aside)).toQuery();
  }

  static Query term(String field, String term, float boost) {
    return Query.of(
        query -> query.term(it -> it.field(field).value(FieldValue.of(term)).boost(boost)));
  }

  static Query anyOf(String field, List<String> values) {
    List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
    return Query.of(query -> query.terms(it -> it.field(field).terms(some -> some.value(terms))));
  }

  private static Query clause(WordQuery.Clause clause) {
    List<Query> parts = clause.parts().stream().map(TeamQueries::part).toList();
    return parts.size() == 1
        ? parts.getFirst()
        : Query.of(query -> query.disMax(best -> best.queries(parts).tieBreaker(clause.tie())));
  }

  private static Query part(WordQuery.Part part) {
    return part.isCode()
        ? Query.of(query ->
            query.constantScore(constant ->
                constant.filter(term(part.field(), part.term(), 1)).boost(part.boost())))
        : term(part.field(), part.term(), part.boost());
  }

  private static List<Query> filters(SearchFilter filter) {
    var filters = new ArrayList<Query>();
    if (!filter.kinds().isEmpty()) {
      filters.add(anyOf(Field.KIND, filter.kinds().stream().map(Enum::name).toList()));
    }
    filter.code().ifPresent(code -> filters.add(term(Field.CODE, PassageTerms.code(code), 1)));
    orNone(Field.EDITION, filter.edition()).ifPresent(filters::add);
    orNone(Field.TOOLCHAIN, filter.toolchain()).ifPresent(filters::add);
    return filters;
  }

  private static Optional<Query> orNone(String field, Optional<String> value) {
    return value.map(text -> anyOf(field, List.of(text, Field.NONE)));
  }
}
