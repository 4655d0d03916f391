package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingScoresTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1);

  @Test
  void theIdealOrderHasAllThereIs() {
    RankingScores scores = RankingScores.of(List.of("a", "b", "c", "x"), GRADES);

    assertThat(scores.ndcg()).isCloseTo(1, EXACT);
    assertThat(scores.reciprocalRank()).isEqualTo(1);
    assertThat(scores.helped()).isTrue();
    assertThat(scores.bestFound()).isEqualTo(1);
    assertThat(scores.best()).isEqualTo(1);
  }

  @Test
  void aLaterRankCountsLess() {
    RankingScores scores = RankingScores.of(List.of("x", "c", "b"), GRADES);

    // gains 1 / log2(3) + 3 / log2(4), over 7 / log2(2) + 3 / log2(3) + 1 / log2(4)
    assertThat(scores.ndcg())
        .isCloseTo((0.6309297535714575 + 1.5) / (7 + 1.8927892607143724 + 0.5), EXACT);
    assertThat(scores.reciprocalRank()).isCloseTo(1.0 / 3, EXACT);
    assertThat(scores.bestFound()).isZero();
  }

  @Test
  void whatIsMerelyUsefulDoesNotHelp() {
    RankingScores scores = RankingScores.of(List.of("c"), GRADES);

    assertThat(scores.helped()).isFalse();
    assertThat(scores.reciprocalRank()).isZero();
    assertThat(scores.ndcg()).isPositive();
  }

  @Test
  void helpAtTheSixthPlaceIsTooLateForRecallAndNotForTheRank() {
    RankingScores scores = RankingScores.of(List.of("1", "2", "3", "4", "5", "a"), GRADES);

    assertThat(scores.helped()).isFalse();
    assertThat(scores.bestFound()).isZero();
    assertThat(scores.reciprocalRank()).isCloseTo(1.0 / 6, EXACT);
  }

  @Test
  void whatStandsBehindTheTenthPlaceIsNotSeen() {
    var ranked = new java.util.ArrayList<>(Collections.nCopies(10, "x"));
    ranked.add("a");

    assertThat(RankingScores.of(ranked, GRADES)).isEqualTo(new RankingScores(0, 0, false, 0, 1));
  }

  @Test
  void aPartStandsForItsSectionAndASecondPartGainsNothing() {
    Map<String, Integer> grades = Map.of("doc:p.html#h", 3, "doc:p.html#i", 3);
    RankingScores scores =
        RankingScores.of(List.of("doc:p.html#h~2", "doc:p.html#h", "doc:p.html#i"), grades);

    assertThat(scores.bestFound()).isEqualTo(2);
    // 7 / log2(2) + 7 / log2(4), over 7 / log2(2) + 7 / log2(3)
    assertThat(scores.ndcg()).isCloseTo(10.5 / (7 + 7 * 0.6309297535714575), EXACT);
  }
}
