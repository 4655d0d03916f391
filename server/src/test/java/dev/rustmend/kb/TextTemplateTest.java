package dev.rustmend.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTemplateTest {

  @Test
  void aHoleHoldsWhatStandsInItsPlace() {
    assertThat(
            TextTemplate.of("cannot find `$name` in $where")
                .match("cannot find `a::b` in this scope"))
        .contains(Map.of("name", "a::b", "where", "this scope"));
  }

  @Test
  void theWholeTextMustMatch() {
    TextTemplate template = TextTemplate.of("use of moved value: `$x`");
    assertThat(template.match("use of moved value: `a` again")).isEmpty();
    assertThat(template.match("the use of moved value: `a`")).isEmpty();
    assertThat(template.match("use of moved value: ``")).isEmpty();
  }

  @Test
  void anEllipsisIsAnyTextEvenNoneAndBindsNothing() {
    TextTemplate template = TextTemplate.of("expected `$x`, …");
    assertThat(template.match("expected `;`, found `}`")).contains(Map.of("x", ";"));
    assertThat(template.match("expected `;`, ")).contains(Map.of("x", ";"));
  }

  @Test
  void alternativesAreTriedInOrder() {
    TextTemplate template = TextTemplate.of("found `$x` | $y found");
    assertThat(template.match("found `a`")).contains(Map.of("x", "a"));
    assertThat(template.match("nothing found")).contains(Map.of("y", "nothing"));
    assertThat(template.match("lost")).isEmpty();
    assertThat(template.holes()).containsExactly("x", "y");
  }

  @Test
  void aBarBetweenBackTicksSeparatesNothing() {
    TextTemplate template = TextTemplate.of("expected `|` or `||`, found `$x`");
    assertThat(template.match("expected `|` or `||`, found `=>`")).contains(Map.of("x", "=>"));
  }

  @Test
  void aHoleThatOccursTwiceHoldsTheSameTextWhereverThatIsPossible() {
    TextTemplate template = TextTemplate.of("$x and $x");
    assertThat(template.match("1 and 1")).contains(Map.of("x", "1"));
    assertThat(template.match("1 and 2")).isEmpty();
    assertThat(template.match("a and b and a and b")).contains(Map.of("x", "a and b"));
  }

  @Test
  void signsThatMeanSomethingElsewhereAreOnlyText() {
    assertThat(TextTemplate.of("[$x] (a+b)* \\E").match("[1] (a+b)* \\E"))
        .contains(Map.of("x", "1"));
    assertThat(TextTemplate.of("$x.").match("a!")).isEmpty();
  }

  @Test
  void aTextOfSeveralLinesCanFillAHole() {
    assertThat(TextTemplate.of("help: $x").match("help: a\nb")).contains(Map.of("x", "a\nb"));
  }
}
