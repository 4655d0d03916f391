package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A query by words in Lucene's form, which `terms` makes the queries for single terms of.
record LuceneWords(Terms terms) {
  /// Makes the query for one term.
  interface Terms {
    TermQuery query(Term term) throws IOException;
  }

  Query query(WordQuery words) throws IOException {
    var any = new BooleanQuery.Builder();
    for (WordQuery.Clause clause : words.clauses()) {
      any.add(clause(clause), Occur.SHOULD);
    }
    if (words.required().isEmpty()) {
      return any.build();
    }
    var codes = new BooleanQuery.Builder();
    for (String code : words.required()) {
      codes.add(terms.query(new Term(Field.CODE, code)), Occur.SHOULD);
    }
    return new BooleanQuery.Builder()
        .add(any.build(), Occur.MUST)
        .add(codes.build(), Occur.FILTER)
        .build();
  }

  private Query clause(WordQuery.Clause clause) throws IOException {
    var parts = new ArrayList<Query>();
    for (WordQuery.Part part : clause.parts()) {
      parts.add(part(part));
    }
    return parts.size() == 1 ? parts.getFirst() : new DisjunctionMaxQuery(parts, clause.tie());
  }

  private Query part(WordQuery.Part part) throws IOException {
    TermQuery term = terms.query(new Term(part.field(), part.term()));
    return new BoostQuery(part.isCode() ? new ConstantScoreQuery(term) : term, part.boost());
  }
}
