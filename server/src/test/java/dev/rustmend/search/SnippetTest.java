package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
  private static final String BODY =
      "A value moves. A borrow ends here. A value moves when a borrow ends.\n\nA clone stays.";

  @Test
  void beginsWithTheSentenceThatHasMostOfTheWords() {
    assertThat(Snippet.of(BODY, List.of("valu", "borrow")))
        .isEqualTo("A value moves when a borrow ends. A clone stays.");
  }

  @Test
  void ofSentencesWithAsManyTheFirstCounts() {
    assertThat(Snippet.of(BODY, List.of("borrow", "nothing")))
        .startsWith("A borrow ends here. A value moves");
  }

  @Test
  void aWordThatReachesIntoTheNextSentenceIsInNone() {
    assertThat(Snippet.of(BODY, List.of("moves. a", "clone"))).isEqualTo("A clone stays.");
  }

  @Test
  void withoutAnyWordItBeginsAtTheStart() {
    assertThat(Snippet.of(BODY, List.of())).startsWith("A value moves. A borrow");
    assertThat(Snippet.of(BODY, List.of("absent"))).startsWith("A value moves. A borrow");
  }

  @Test
  void isCutBeforeAWord() {
    String snippet = Snippet.of("word ".repeat(100), List.of("word"));

    assertThat(snippet).hasSizeLessThanOrEqualTo(241).endsWith("word…");
  }
}
