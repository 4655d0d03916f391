package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramShapeTest {
  @Test
  void aReceiverInShortFormIsStillThere() {
    assertThat(losses("impl T for F { fn f(self: &B) {} }", "impl T for F { fn f(&self) {} }"))
        .isEmpty();
  }

  @Test
  void aRawStringThatIsNowTerminatedIsTheSame() {
    assertThat(
            losses(
                "fn f() { let s = r##\"Dolphins!\"#; }", "fn f() { let s = r##\"Dolphins!\"##; }"))
        .isEmpty();
  }

  @Test
  void anInvisibleCharacterMayBeWrittenAsAnEscape() {
    assertThat(losses("fn f() { g(\"a\u202eb\"); }", "fn f() { g(\"a\\u{202e}b\"); }")).isEmpty();
    assertThat(losses("fn f() { let s = \"a\\u{1}\"; }", "fn f() { let s = \"a\\u{2}\"; }"))
        .isNotEmpty();
  }

  @Test
  void aValueThatIsDroppedIsALoss() {
    assertThat(losses("fn f() { loop { break 2 * i; } }", "fn f() { loop { break; } }"))
        .containsExactly("deletes the literal `2`");
  }

  private static List<String> losses(String before, String after) {
    return ProgramShape.losses(SourceText.of(before), SourceText.of(after)).stream()
        .map(Damage::phrase)
        .toList();
  }
}
