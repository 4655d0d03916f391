package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static final List<Ranked> WORDS =
      List.of(new Ranked(1, 30), new Ranked(2, 20), new Ranked(3, 10));
  private static final List<Ranked> MEANING = List.of(new Ranked(2, 0.9), new Ranked(4, 0.5));

  @Test
  void reciprocalRanksAddUpAndWhoIsFirstEverywhereHasOne() {
    Map<Integer, Double> fused = Fusion.reciprocalRanks(List.of(WORDS, MEANING));
    double best = 2.0 / 61;
    assertThat(fused.get(2)).isCloseTo((1.0 / 62 + 1.0 / 61) / best, within(1e-9));
    assertThat(fused.get(1)).isCloseTo(1.0 / 61 / best, within(1e-9));
    assertThat(fused.get(3)).isLessThan(fused.get(4));
    assertThat(Fusion.reciprocalRanks(List.of(WORDS, WORDS)).get(1)).isCloseTo(1, within(1e-9));
  }

  @Test
  void stretchedScoresReachFromZeroToOne() {
    assertThat(Fusion.stretched(WORDS, MEANING, 0.5))
        .containsExactlyInAnyOrderEntriesOf(Map.of(1, 0.5, 2, 0.75, 3, 0.0, 4, 0.0));
  }

  @Test
  void oneHitAloneIsTheBestOfItsRanking() {
    assertThat(Fusion.stretched(List.of(new Ranked(7, 3)), List.of(), 0.5)).containsEntry(7, 0.5);
  }
}
