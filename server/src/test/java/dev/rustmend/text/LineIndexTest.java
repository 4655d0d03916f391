package dev.rustmend.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineIndexTest {
  private static final String TEXT = "a\r\nzwei 🦀 é\n\tend";

  @Test
  void columnsCountWhatTheirUnitSays() {
    var lines = SourceText.of(TEXT).lines();
    int crab = TEXT.substring(0, TEXT.indexOf("🦀")).getBytes(StandardCharsets.UTF_8).length;
    int afterCrab = crab + 4;
    assertThat(lines.line(afterCrab)).isEqualTo(1);
    assertThat(lines.column(afterCrab, ColumnUnit.UTF8)).isEqualTo(9);
    assertThat(lines.column(afterCrab, ColumnUnit.UTF16)).isEqualTo(7);
    assertThat(lines.column(afterCrab, ColumnUnit.UTF32)).isEqualTo(6);
  }

  @Test
  void aColumnInsideACharacterIsItsStart() {
    var lines = SourceText.of("🦀x").lines();
    assertThat(lines.offset(0, 1, ColumnUnit.UTF16)).isZero();
    assertThat(lines.offset(0, 2, ColumnUnit.UTF16)).isEqualTo(4);
  }

  @Test
  void aColumnPastTheEndOfALineIsItsEndBeforeTheLineBreak() {
    var lines = SourceText.of(TEXT).lines();
    assertThat(lines.offset(0, 99, ColumnUnit.UTF16)).isEqualTo(1);
    assertThat(lines.offset(7, 0, ColumnUnit.UTF16)).isEqualTo(SourceText.of(TEXT).length());
  }

  @Test
  void offsetsSurviveTheWayThroughEveryUnit() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    String[] letters = {"a", "é", "€", "🦀", "\n", "\r\n", "\t"};
    for (int round = 0; round < 200; round++) {
      var text = new StringBuilder();
      int length = random.nextInt(30);
      for (int i = 0; i < length; i++) {
        text.append(letters[random.nextInt(letters.length)]);
      }
      assertRoundTrip(text.toString(), seed);
    }
  }

  private static void assertRoundTrip(String text, long seed) {
    var lines = SourceText.of(text).lines();
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i > 0 && i < text.length() && Character.isLowSurrogate(text.charAt(i));
      boolean lineBreak = i > 0 && i < text.length() && text.startsWith("\r\n", i - 1);
      if (inside || lineBreak) {
        continue;
      }
      int offset = text.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
      for (ColumnUnit unit : ColumnUnit.values()) {
        assertThat(lines.offset(lines.line(offset), lines.column(offset, unit), unit))
            .as("offset %d of %s in %s, seed %d", offset, text, unit, seed)
            .isEqualTo(offset);
      }
    }
  }
}
