package dev.rustmend.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
  private static final Path FILE = Path.of("any.rs");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one\\ntwo\\n       | one\\ntwo\\nthree\\n
          one\\ntwo         | one\\ntwo\\n
          one\\r\\ntwo\\r\\n | one\\r\\n2\\r\\n
          ''               | one\\n
          one\\n           | ''
          a\\nb\\nc\\nd\\n | b\\nx\\nd\\n
          é𝄞\\nb           | é𝄞!\\nb
          """)
  void editsTurnTheOneTextIntoTheOther(String before, String after) {
    assertTurns(text(before), text(after));
  }

  @Test
  void equalTextsNeedNoEdit() {
    assertThat(Difference.edits(SourceText.of("a\nb"), SourceText.of("a\nb"))).isEmpty();
  }

  @Test
  void aChangedLineIsTheOnlyOneTouched() {
    List<TextEdit> edits = Difference.edits(SourceText.of("a\nb\nc\n"), SourceText.of("a\nB\nc\n"));
    assertThat(edits).containsExactly(TextEdit.replace(2, 4, "B\n"));
  }

  @Test
  void randomTexts() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      assertTurns(random(random), random(random));
    }
  }

  private static SourceText random(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(List.of("a", "b", "é", "\n", "\r\n", "𝄞").get(random.nextInt(6)));
    }
    return SourceText.of(text.toString());
  }

  private static void assertTurns(SourceText before, SourceText after) {
    var edits = Difference.edits(before, after).toArray(TextEdit[]::new);
    assertThat(Patch.of(FILE, edits).apply(FILE, before))
        .as("%s -> %s", before, after)
        .isEqualTo(after);
  }

  private static SourceText text(String escaped) {
    return SourceText.of(escaped.translateEscapes());
  }
}
