package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPresenceTest {
  @TempDir private Path folder;

  @Test
  void eachWordCountsTheMoreTheFewerPassagesHaveIt() throws Exception {
    try (SearchIndex index = Opened.writer(folder)) {
      // two commits, so that there are two segments
      index.add("doc", List.of(Passages.doc("none", "Gardens", "Nothing.")), Map.of());
      index.add(
          "doc",
          List.of(
              Passages.doc("common", "Lattices", "Lattice, lattice, lattice."),
              Passages.doc("rare", "A light", "Prisms and a lantern."),
              Passages.doc("both", "A prism", "Its lattice."),
              Passages.doc("more", "More", "A lattice.")),
          Map.of());
    }
    Map<String, String> words = WordQuery.question("the lattice of a prism", List.of()).words();
    assertThat(words).containsOnlyKeys("lattice", "prism");
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      var lookup = new IndexLookup(new IndexSearcher(reader), Optional.empty(), Optional.empty());
      Map<Integer, Double> shares =
          new Ranking(lookup, SearchMode.MIN_MAX, 5).shares(words, Set.of(0, 1, 2, 3, 4));
      assertThat(shares).containsOnlyKeys(1, 2, 3, 4);
      assertThat(shares.get(3)).isEqualTo(1);
      assertThat(shares.get(2)).isGreaterThan(shares.get(1)).isLessThan(1);
      assertThat(shares.get(4)).isEqualTo(shares.get(1));
    }
  }
}
