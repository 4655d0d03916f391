package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class PassageDocumentTest {
  private static final List<Passage> PASSAGES =
      List.of(
          passage("errors/E0382/clone", "Clone the moved value", "It is borrowed after a move."),
          passage("errors/E0382/use", "Borrow the value", "A moved value; a value that moved."),
          passage("errors/E0382/far", "Something else", "Nothing of it."));

  @Test
  void aPassageThatIsScoredByWordsAloneHasTheScoreThatItHasWithEverything() throws IOException {
    for (WordQuery query :
        List.of(
            WordQuery.question("why is the value moved, E0382 `ledger.clone()`", List.of("borrow")),
            Asked.of(
                    Query.of(
                        """
                        error[E0382]: borrow of moved value: `ledger`
                         --> src/main.rs:4:20
                        4 |     charge(ledger.clone());
                          |            ^^^^^^ value borrowed here after move
                        """))
                .words())) {
      Set<String> fields =
          query.clauses().stream()
              .flatMap(clause -> clause.parts().stream())
              .map(WordQuery.Part::field)
              .collect(Collectors.toSet());
      List<String> scores = scores(passage -> PassageDocument.of("", passage), query);
      assertThat(scores).hasSize(3);
      assertThat(scores(passage -> PassageDocument.words(passage, fields), query))
          .isEqualTo(scores);
    }
  }

  private static List<String> scores(Function<Passage, Document> document, WordQuery query)
      throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(Analyzers.byField()))) {
        for (Passage passage : PASSAGES) {
          writer.addDocument(document.apply(passage));
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        var scores = new ArrayList<String>();
        for (ScoreDoc found :
            new IndexSearcher(reader)
                .search(new LuceneWords(TermQuery::new).query(query), 10)
                .scoreDocs) {
          scores.add(found.doc + ": " + found.score);
        }
        return scores;
      }
    }
  }

  private static Passage passage(String id, String title, String body) {
    return new Passage(
        id,
        PassageKind.ERROR,
        title,
        List.of("Moves"),
        List.of("E0382"),
        List.of("borrow of moved value: `$x`"),
        List.of("value moved here"),
        List.of("ownership"),
        body,
        "fn main() { let other = ledger.clone(); }",
        "2024",
        "",
        id);
  }
}
