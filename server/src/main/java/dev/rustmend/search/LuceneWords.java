package dev.rustmend.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A query by words in Lucene's form.
final class LuceneWords {
  private LuceneWords() {}

  static Query query(WordQuery words) {
    var any = new BooleanQuery.Builder();
    words.clauses().forEach(clause -> any.add(clause(clause), Occur.SHOULD));
    if (words.required().isEmpty()) {
      return any.build();
    }
    var codes = new BooleanQuery.Builder();
    words
        .required()
        .forEach(code -> codes.add(new TermQuery(new Term(Field.CODE, code)), Occur.SHOULD));
    return new BooleanQuery.Builder()
        .add(any.build(), Occur.MUST)
        .add(codes.build(), Occur.FILTER)
        .build();
  }

  private static Query clause(WordQuery.Clause clause) {
    List<Query> parts = clause.parts().stream().map(LuceneWords::part).toList();
    return parts.size() == 1 ? parts.getFirst() : new DisjunctionMaxQuery(parts, clause.tie());
  }

  private static Query part(WordQuery.Part part) {
    var term = new TermQuery(new Term(part.field(), part.term()));
    return new BoostQuery(part.isCode() ? new ConstantScoreQuery(term) : term, part.boost());
  }
}
