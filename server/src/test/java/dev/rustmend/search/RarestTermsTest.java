package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RarestTermsTest {
  private static final WordQuery.Part CODE = new WordQuery.Part(Field.CODE, "E0382", 20);
  private static final WordQuery.Part RARE = new WordQuery.Part(Field.BODY, "moved", 1);
  private static final WordQuery.Part USUAL = new WordQuery.Part(Field.BODY, "value", 1);
  private static final WordQuery.Part AS_USUAL = new WordQuery.Part(Field.TITLE, "value", 2);
  private static final WordQuery.Part COMMON = new WordQuery.Part(Field.BODY, "the", 1);
  private static final WordQuery QUERY =
      new WordQuery(
          List.of(
              new WordQuery.Clause(List.of(CODE), 0),
              new WordQuery.Clause(List.of(COMMON), 0),
              new WordQuery.Clause(List.of(USUAL, AS_USUAL), 0.3f),
              new WordQuery.Clause(List.of(RARE), 0)),
          Map.of("moved", "moved"),
          Set.of("E0382"),
          Set.of());
  private static final Map<WordQuery.Part, Integer> PASSAGES =
      Map.of(RARE, 3, USUAL, 40, AS_USUAL, 40, COMMON, 900);

  @Test
  void allAreLookedForWhereThatIsCheap() {
    assertThat(RarestTerms.of(QUERY, PASSAGES, 983)).isEqualTo(QUERY);
  }

  @Test
  void theCommonestAreLeftOut() {
    assertThat(parts(982)).containsExactly(CODE, USUAL, AS_USUAL, RARE);
    assertThat(parts(83)).containsExactly(CODE, USUAL, AS_USUAL, RARE);
  }

  @Test
  void ofTermsThatAreEquallyCommonNoneIsPreferred() {
    assertThat(parts(82)).containsExactly(CODE, RARE);
  }

  @Test
  void theRarestAndTheCodesStay() {
    assertThat(parts(1)).containsExactly(CODE, RARE);
  }

  @Test
  void aTermThatNoPassageHasDoesNotStandForTheRarest() {
    var query = new WordQuery(QUERY.clauses(), Map.of(), Set.of(), Set.of());
    var some = Map.of(RARE, 0, USUAL, 40, AS_USUAL, 41, COMMON, 900);

    List<WordQuery.Part> kept =
        RarestTerms.of(query, some, 1).clauses().stream()
            .flatMap(clause -> clause.parts().stream())
            .toList();

    assertThat(kept).containsExactly(CODE, USUAL, RARE);
  }

  private static List<WordQuery.Part> parts(long affordable) {
    return RarestTerms.of(QUERY, PASSAGES, affordable).clauses().stream()
        .flatMap(clause -> clause.parts().stream())
        .toList();
  }
}
