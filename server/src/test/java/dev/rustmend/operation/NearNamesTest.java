package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

  @ParameterizedTest
  @CsvSource({
    "firs_tword, first_word, 0",
    "word_cuont, word_count, 2",
    "temperature, temperatures, 1",
    "words_count, word_counts, 3",
  })
  void aMistypedNameIsNear(String wanted, String known, int distance) {
    assertThat(NearNames.distance(wanted, known)).hasValue(distance);
  }

  @ParameterizedTest
  @CsvSource({"double_quoted_ok, single_quoted_ok", "read_first_line, read_third_line"})
  void anotherWordOfSeveralIsAnotherName(String wanted, String known) {
    assertThat(NearNames.distance(wanted, known)).isEmpty();
  }

  @Test
  void aWordMoreIsLikerThanAnotherWord() {
    assertThat(
            NearNames.near(
                "double_quoted_ok", List.of("single_quoted_ok", "double_quoted_ok_with")))
        .containsExactly("double_quoted_ok_with");
  }
}
