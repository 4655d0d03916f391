package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {
  @Test
  void aHoleTakesAnyTextButNotNone() {
    assertThat(MessageTemplate.matches("use of `$x`", "use of `a.b`")).isTrue();
    assertThat(MessageTemplate.matches("use of `$x`", "use of ``")).isFalse();
    assertThat(MessageTemplate.matches("use of `$x`", "use of `a` again")).isFalse();
  }

  @Test
  void anEllipsisTakesNothingAsWell() {
    assertThat(MessageTemplate.matches("unused …variable", "unused variable")).isTrue();
    assertThat(MessageTemplate.matches("unused …variable", "unused mut variable")).isTrue();
  }

  @Test
  void aBarSeparatesAlternativesOutsideOfBackticks() {
    assertThat(MessageTemplate.matches("expected `|` | found `$t`", "expected `|`")).isTrue();
    assertThat(MessageTemplate.matches("expected `|` | found `$t`", "found `u8`")).isTrue();
    assertThat(MessageTemplate.matches("expected `|` | found `$t`", "expected `")).isFalse();
  }

  @Test
  void theShareOfCommonWordsSaysHowNearAMessageIs() {
    List<String> template = List.of("borrow of moved value: `$x`");
    assertThat(MessageTemplate.fit(template, "borrow of moved value: `names`")).isEqualTo(1);
    assertThat(MessageTemplate.fit(template, "use of moved value: `names`")).isBetween(0.6, 0.9);
    assertThat(MessageTemplate.fit(template, "mismatched types")).isZero();
  }

  @Test
  void aTemplateThatIsNearlyAHoleTellsNothing() {
    assertThat(MessageTemplate.isTelling("$x")).isFalse();
    assertThat(MessageTemplate.isTelling("cannot find `$x`")).isTrue();
  }
}
