package dev.rustmend.search;

import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A filter in Lucene's form.
final class Filters {
  private Filters() {}

  /// Empty when everything passes.
  static Optional<Query> of(SearchFilter filter) {
    var all = new BooleanQuery.Builder();
    if (!filter.kinds().isEmpty()) {
      var kinds = new BooleanQuery.Builder();
      filter.kinds().forEach(kind -> kinds.add(term(Field.KIND, kind.name()), Occur.SHOULD));
      all.add(kinds.build(), Occur.FILTER);
    }
    filter
        .code()
        .ifPresent(code -> all.add(term(Field.CODE, Identifiers.code(code)), Occur.FILTER));
    filter.edition().ifPresent(edition -> all.add(orNone(Field.EDITION, edition), Occur.FILTER));
    filter
        .toolchain()
        .ifPresent(version -> all.add(orNone(Field.TOOLCHAIN, version), Occur.FILTER));
    BooleanQuery query = all.build();
    return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
  }

  /// `query` among the passages that pass.
  static Query within(Query query, Optional<Query> filter) {
    return filter
        .<Query>map(passing ->
            new BooleanQuery.Builder().add(query, Occur.MUST).add(passing, Occur.FILTER).build())
        .orElse(query);
  }

  private static Query orNone(String field, String value) {
    return new BooleanQuery.Builder()
        .add(term(field, value), Occur.SHOULD)
        .add(term(field, Field.NONE), Occur.SHOULD)
        .build();
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
