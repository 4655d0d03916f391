package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownTermsTest {
  private static final Term LATTICE = new Term(Field.BODY, "lattic");
  private static final Term PRISM = new Term(Field.BODY, "prism");
  private static final Term NOWHERE = new Term(Field.BODY, "nowhere");
  private static final Term NO_SUCH_FIELD = new Term("nothing", "prism");

  @TempDir private Path folder;

  /// Two commits, so that there are two segments.
  @BeforeEach
  void inTwoSegments() throws InterruptedException {
    try (SearchIndex index = Opened.writer(folder)) {
      index.add("doc", List.of(Passages.doc("one", "Gardens", "A lattice.")), Map.of());
      index.add(
          "doc",
          List.of(
              Passages.doc("two", "Lights", "A prism, a prism and a lattice."),
              Passages.doc("three", "More", "Its lattice.")),
          Map.of());
    }
  }

  @Test
  void areFoundInEachSegment() throws IOException {
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      assertThat(reader.leaves()).hasSize(2);
      var terms = new KnownTerms(reader);
      terms.find(List.of(PRISM, LATTICE, NO_SUCH_FIELD));

      assertThat(terms.passages(LATTICE)).isEqualTo(3);
      assertThat(terms.passages(PRISM)).isEqualTo(1);
      assertThat(terms.passages(NOWHERE)).isZero();
      assertThat(terms.passages(NO_SUCH_FIELD)).isZero();
      assertThat(terms.in(reader.leaves().getFirst(), LATTICE)).isPresent();
      assertThat(terms.in(reader.leaves().getFirst(), PRISM)).isEmpty();
      assertThat(terms.in(reader.leaves().getLast(), PRISM)).isPresent();
    }
  }

  @Test
  void scoreAsTermsThatLuceneLooksFor() throws IOException {
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      var terms = new KnownTerms(reader);
      for (Term term : List.of(LATTICE, PRISM, NOWHERE)) {
        ScoreDoc[] expected = searcher.search(new TermQuery(term), 5).scoreDocs;
        assertThat(searcher.search(terms.query(term), 5).scoreDocs)
            .usingRecursiveFieldByFieldElementComparator()
            .containsExactly(expected);
      }
    }
  }
}
