package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SayingsTest {
  private final Sayings sayings = Sayings.shipped();

  @Test
  void saysItInTheWordsOfTheDocumentation() {
    assertThat(sayings.meant("is this UB?")).containsExactly("undefined behavior");
    assertThat(sayings.meant("read env vars")).contains("environment variables");
  }

  @Test
  void aPartOfAWordIsNoSaying() {
    assertThat(sayings.meant("publish a subscriber")).isEmpty();
  }

  @Test
  void eachWayToSayItAndItsPluralMeanTheSame() {
    Sayings two = Sayings.parse(List.of("# a comment", "", "dictionary, dict: HashMap map"));
    assertThat(two.in("two Dicts")).containsExactly(new Sayings.Saying("dicts", "HashMap map"));
    assertThat(two.meant("a dictionary")).containsExactly("HashMap map");
    assertThat(two.meant("a predicate")).isEmpty();
  }

  @Test
  void aLineWithoutAMeaningIsRefused() {
    assertThatThrownBy(() -> Sayings.parse(List.of("dictionary")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dictionary");
  }
}
