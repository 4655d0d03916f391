package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalfTest {

  @Test
  void neverChangesSides() {
    assertThat(Half.of("error_codes/E0382#1")).isEqualTo(Half.TUNE);
    assertThat(Half.of("error_codes/E0004#1")).isEqualTo(Half.HELD_OUT);
  }

  @Test
  void splitsEvenly() {
    long tune =
        IntStream.range(0, 1000).filter(i -> Half.of("book/page#" + i) == Half.TUNE).count();

    assertThat(tune).isBetween(450L, 550L);
  }
}
