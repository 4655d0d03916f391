package dev.rustmend.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpelledTest {
  private static final List<String> KNOWN =
      List.of("E0038", "E0382", "clippy::needless_return", "unused_mut");

  @Test
  void codesInAnyFormAreOneCode() {
    for (String word : List.of("E0382", "e0382", "E382", "382")) {
      assertThat(Spelled.of(word, KNOWN).code()).isEqualTo("E0382");
    }
  }

  @Test
  void lintsOfClippyAreFoundWithoutTheirPrefix() {
    assertThat(Spelled.of("needless-return", KNOWN).code()).isEqualTo("clippy::needless_return");
    assertThat(Spelled.of("unused_mut", KNOWN).code()).isEqualTo("unused_mut");
  }

  @Test
  void aSlipLeadsToTheNearest() {
    assertThat(Spelled.of("unsued_mut", KNOWN).nearest()).contains("unused_mut");
    assertThat(Spelled.of("needles_return", KNOWN).nearest()).contains("clippy::needless_return");
    assertThat(Spelled.of("something_else_entirely", KNOWN).nearest()).isEmpty();
  }
}
