package dev.rustmend.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "check, check, 0",
    "check, chekc, 1",
    "check, chek, 1",
    "hover, hovver, 1",
    "onType, ontype, 1",
    "'', abc, 3",
    "kitten, sitting, 3"
  })
  void countsLetters(String left, String right, int distance) {
    assertThat(EditDistance.between(left, right)).isEqualTo(distance);
  }
}
