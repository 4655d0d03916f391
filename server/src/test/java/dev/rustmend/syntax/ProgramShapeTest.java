package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void anArgumentThatIsNoLongerPassedIsALoss() {
    assertThat(losses("fn f() { check(a, r); }", "fn f() { check(a); }"))
        .containsExactly("no longer passes `r` to `check()`");
    assertThat(losses("fn f() { open(s, 3); }", "fn f() { open(s); }")).isNotEmpty();
    assertThat(losses("fn f() { check(a, r); }", "fn f() { check((a, r)); }")).isEmpty();
    assertThat(losses("fn f() { check(a, r.clone()); }", "fn f() { check(a, r); }")).isEmpty();
  }

  @Test
  void codeThatBecomesTextIsALoss() {
    assertThat(losses("fn f() { check(a); }", "fn f() { \"check(a)\"; }")).isNotEmpty();
  }

  @Test
  void aBraceIsNotAnotherBrace() {
    assertThat(losses("fn f() { g('{'); }", "fn f() { g('}'); }")).isNotEmpty();
  }

  /// The text before the change does not parse: a bracket is open.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n += 1; h(n); | h(n);",
        "n += 1; | n += 2;",
        "g(2); h(2); | g(12); h(2);",
        "total = sum; | ",
        "if ready { go(); } | go();",
        "if z { return; } go(); | if z { } go();",
        "match m { A => b, C => d } | match m { A => b }",
        "#[derive(Debug)] struct S; | struct S;",
        "check(a, r); | // check(a, r);",
        "g(1) | g(10)",
        "g(\"a\") | g(\"b\")",
      })
  void whatIsLostBesideASyntaxErrorIsALoss(String before, String after) {
    String young = after == null ? "" : after;
    assertThat(
            losses("fn f() { let a = (5; " + before + " }", "fn f() { let a = 5; " + young + "\n}"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fn f() { if a and b { g(); } } | fn f() { if a && b { g(); } }",
        "fn f() { p(\"x); g(1); } | fn f() { p(\"x\"); g(1); }",
        "fn f() { let a = (5; i++; } | fn f() { let a = 5; i += 1; }",
        "strcut S { a: A } | struct S { a: A }",
        "fn f() { let x = (let y = 6); } | fn f() { let x = 6; }",
      })
  void anHonestRepairOfASyntaxErrorLosesNothing(String before, String after) {
    assertThat(losses(before, after)).isEmpty();
  }

  private static List<String> losses(String before, String after) {
    return ProgramShape.losses(SourceText.of(before), SourceText.of(after)).stream()
        .map(Damage::phrase)
        .toList();
  }
}
