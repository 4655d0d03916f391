package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JargonTest {

  @Test
  void saysItInTheWordsOfTheDocumentation() {
    assertThat(Jargon.meant("is this UB?")).containsExactly("undefined behavior");
    assertThat(Jargon.meant("read env vars")).contains("environment variables");
  }

  @Test
  void aPartOfAWordIsNoSaying() {
    assertThat(Jargon.meant("publish a subscriber")).isEmpty();
  }
}
