package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticPassagesTest {
  private static final Passage REAL =
      new Passage(
          "tasks/a/b",
          PassageKind.TASK,
          "Title",
          List.of(),
          List.of("E0382"),
          List.of("use of moved value: `$x`"),
          List.of(),
          List.of(),
          "one two three four five six seven eight nine ten eleven",
          "fn main() {}",
          "2024",
          "",
          "f");

  private final SyntheticPassages passages =
      new SyntheticPassages(new RetrievalCorpus(List.of(REAL), List.of(), 0));

  @Test
  void areAlwaysTheSame() {
    var again = new SyntheticPassages(new RetrievalCorpus(List.of(REAL), List.of(), 0));

    assertThat(again.passage(5)).isEqualTo(passages.passage(5));
    assertThat(again.vector(5)).isEqualTo(passages.vector(5));
    assertThat(passages.passage(6)).isNotEqualTo(passages.passage(5));
  }

  @Test
  void haveRealWordsAndSometimesCodes() {
    assertThat(List.of(passages.passage(1).body().strip().split(" ", -1)))
        .isSubsetOf(List.of(REAL.body().split(" ", -1)));
    assertThat(passages.passage(0).codes()).containsExactly("E0382");
    assertThat(passages.passage(1).codes()).isEmpty();
  }

  @Test
  void haveVectorsOfUnitLength() {
    double squares = 0;
    for (float component : passages.vector(3)) {
      squares += component * component;
    }

    assertThat(squares).isCloseTo(1, within(1e-5));
  }
}
