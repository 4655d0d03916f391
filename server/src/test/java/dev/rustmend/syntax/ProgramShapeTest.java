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
  void anAssignmentThatReplaceMakesIsStillThere() {
    String broken = "fn f(&mut self) { let t = self.buf[i]; self.buf[i] = v; t }";
    assertThat(
            losses(broken, "fn f(&mut self) { let t = std::mem::replace(&mut self.buf[i], v); t }"))
        .isEmpty();
    assertThat(
            losses(broken, "fn f(&mut self) { let t = std::mem::replace(&mut self.buf[j], v); t }"))
        .isNotEmpty();
    assertThat(losses(broken, "fn f(&mut self) { let t = std::mem::take(&mut self.buf[i]); t }"))
        .isNotEmpty();
  }

  @Test
  void aLetWhoseValueIsABlockIsReadAsOthers() {
    assertThat(
            losses(
                "fn f() { let a = { let b = g(); b }; h(a); }",
                "fn f() { let b = g(); let a = b; h(a); }"))
        .isEmpty();
  }

  @Test
  void anImplOfCopyIsAPromiseAsADeriveIs() {
    String broken = "struct S { n: u8 } impl Copy for S {} impl T for S {}";
    assertThat(
            ProgramShape.losses(
                SourceText.of(broken), SourceText.of("struct S { n: u8 } impl T for S {}")))
        .extracting(Damage::kind)
        .containsExactly(Damage.Kind.DERIVE);
    assertThat(
            ProgramShape.losses(
                SourceText.of(broken), SourceText.of("struct S { n: u8 } impl Copy for S {}")))
        .extracting(Damage::kind)
        .containsExactly(Damage.Kind.ITEM);
  }

  @Test
  void anAsyncClosureGivesTheFutureThatWasAskedFor() {
    String broken = "fn f<F, U>(job: F) where F: FnMut() -> U, U: Future<Output = ()> {}";
    assertThat(losses(broken, "fn f<F>(job: F) where F: AsyncFnMut() {}")).isEmpty();
    assertThat(losses(broken, "fn f<F, U>(job: F) where F: FnMut() -> U {}")).isNotEmpty();
  }

  @Test
  void anArmThatAnotherNowHidesIsLost() {
    String broken = "fn f() { match x { A(a) => 1, A(a, b, c) => 2 } }";
    assertThat(losses(broken, "fn f() { match x { A(a, _) => 1, A(a, b, c) => 2 } }")).isEmpty();
    assertThat(losses(broken, "fn f() { match x { A(a, _) => 1, A(a, b) => 2 } }"))
        .containsExactly("hides the arm `A(a, b)`");
    assertThat(
            losses(
                "fn f() { match x { X => 1, _ => 2 } }", "fn f() { match x { x => 1, _ => 2 } }"))
        .contains("hides the arm `_`");
    assertThat(losses(broken, "fn f() { match x { A(a, _) if a => 1, A(a, b) => 2 } }")).isEmpty();
    assertThat(losses(broken, "fn f() { match x { A(a, 3) => 1, A(a, b) => 2 } }")).isEmpty();
  }

  @Test
  void aFunctionThatBecomesAClosureIsStillThere() {
    assertThat(
            losses(
                "fn f() { let k = 1; fn g(n: i32) -> i32 { n + k } g(2); }",
                "fn f() { let k = 1; let g = |n: i32| n + k; g(2); }"))
        .isEmpty();
    assertThat(
            losses("fn f() { let g = 1; } fn g(n: i32) -> i32 { n + 1 }", "fn f() { let g = 1; }"))
        .isNotEmpty();
  }

  @Test
  void aTextThatJoinsAnotherIsStillThere() {
    assertThat(
            losses(
                "fn f() { p!(\"Name: \", n, \"age: \", a); }",
                "fn f() { p!(\"Name: {} age: {}\", n, a); }"))
        .isEmpty();
    assertThat(
            losses(
                "fn f() { p!(\"Name: \", n, \"age: \", a); }",
                "fn f() { p!(\"Name: {} {}\", n, a); }"))
        .isNotEmpty();
  }

  @Test
  void aConversionOfAnotherLanguageMayBecomeACast() {
    assertThat(losses("fn f() { g(int(x)); }", "fn f() { g(x as i32); }")).isEmpty();
    assertThat(losses("fn f() { for i in range(0, n) {} }", "fn f() { for i in 0..n {} }"))
        .isEmpty();
    assertThat(losses("fn f() { g(check(x)); }", "fn f() { g(x as i32); }")).isNotEmpty();
  }

  @Test
  void commentsOfAnotherLanguageAreNoCode() {
    assertThat(losses("# greets people\nfn f() { g(); }", "// greets people\nfn f() { g(); }"))
        .isEmpty();
    assertThat(losses("fn f() { g(); h(); i(); }", "fn f() { g(); // h(); i();\n}")).isNotEmpty();
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "fn f() { a == b } ~ fn f() { a != b }",
        "fn f() { if a < b { g(); } } ~ fn f() { if a <= b { g(); } }",
        "fn f() { if a < b { g(); } } ~ fn f() { if a > b { g(); } }",
        "fn f() { a && b } ~ fn f() { a || b }",
        "fn f() { x += 1; } ~ fn f() { x -= 1; }",
        "fn f() { a / b } ~ fn f() { a % b }",
        "fn f() { for i in 0..n {} } ~ fn f() { for i in 0..=n {} }",
        "fn f() { assert!(a == b); } ~ fn f() { assert!(a != b); }",
        "fn f() { if a { g(); } } ~ fn f() { if !a { g(); } }",
        "fn f() { let x = (a == b; } ~ fn f() { let x = a != b; }",
      })
  void anotherOperatorIsAnotherProgram(String before, String after) {
    assertThat(damage(before, after)).extracting(Damage::kind).contains(Damage.Kind.OPERATOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "fn f() { a == b } ~ fn f() { *a == b }",
        "fn f() { if a == false { g(); } } ~ fn f() { if !a { g(); } }",
        "fn f() { let v = Vec::new(); } ~ fn f() { let v: Vec<u8> = Vec::new(); }",
        "fn f() { a & b } ~ fn f() { a && b }",
        "fn f() { if a =< b { g(); } } ~ fn f() { if a <= b { g(); } }",
        "fn f() { a + &b } ~ fn f() { format!(\"{a}{b}\") }",
        "fn f(x: &u8) -> ! { g(x) } ~ fn f(x: u8) -> ! { g(&x) }",
      })
  void whatIsNoOtherOperatorIsNoLoss(String before, String after) {
    assertThat(damage(before, after)).extracting(Damage::kind).doesNotContain(Damage.Kind.OPERATOR);
  }

  @Test
  void aDerivedTraitAnAttributeAndABoundAreNotDroppedUnseen() {
    assertThat(losses("#[derive(Clone, Debug)] struct S;", "#[derive(Clone)] struct S;"))
        .containsExactly("no longer derives `Debug`");
    assertThat(losses("#[must_use] fn f() {}", "fn f() {}")).containsExactly("drops `#[must_use]`");
    assertThat(losses("fn f<T: Ord>(t: T) {}", "fn f<T>(t: T) {}"))
        .containsExactly("drops the bound `Ord`");
    assertThat(losses("fn f<T>(t: T) where T: Ord {}", "fn f<T>(t: T) {}")).isNotEmpty();
  }

  @Test
  void whatIsPromisedElsewhereOrPutRightIsNoLoss() {
    assertThat(losses("#[derive(Dbug)] struct S;", "#[derive(Debug)] struct S;")).isEmpty();
    assertThat(
            losses("#[derive(Debug)] struct S;", "struct S; impl Debug for S { fn fmt(&self) {} }"))
        .isEmpty();
    assertThat(losses("#[inlin] fn f() {}", "#[inline] fn f() {}")).isEmpty();
    assertThat(losses("fn f<T: Ord>(t: T) {}", "fn f<T>(t: T) where T: Ord {}")).isEmpty();
    assertThat(losses("fn f<T: Show>(t: T) {}", "fn f(t: impl Show) {}")).isEmpty();
    assertThat(losses("fn f<F: Fn()>(g: F) {}", "fn f<F: FnMut()>(g: F) {}")).isEmpty();
  }

  @Test
  void aFormatStringThatShowsSomethingElseIsALoss() {
    assertThat(
            losses(
                "fn f(a: A, b: B) { p!(\"{a} {b}\"); }", "fn f(a: A, b: B) { p!(\"{b} {b}\"); }"))
        .containsExactly("no longer shows `a`");
    assertThat(losses("fn f() { g(\"{a}\"); }", "fn f() { g(\"{b}\"); }"))
        .containsExactly("changes the literal `\"{a}\"`");
    assertThat(losses("fn f(name: A) { p!(\"{nmae}\"); }", "fn f(name: A) { p!(\"{name}\"); }"))
        .isEmpty();
    assertThat(losses("fn f(a: A) { p!(\"{a}\"); }", "fn f(a: A) { p!(\"{:?}\", a); }")).isEmpty();
    assertThat(losses("fn f(a: A) { p!(\"{a}\"); }", "fn f(a: A) { p!(\"{a:?}\"); }")).isEmpty();
  }

  @Test
  void aConstantAndAVariableOfOneNameAreTwoThings() {
    assertThat(
            losses(
                "fn f(max: u8) { g(MAX); h(max, MAX); }", "fn f(max: u8) { g(max); h(max, MAX); }"))
        .containsExactly("puts `max` in place of `MAX`");
    assertThat(
            losses("fn f() { let size = 1; g(size); }", "fn f() { const SIZE: u8 = 1; g(SIZE); }"))
        .isEmpty();
  }

  private static List<Damage> damage(String before, String after) {
    return ProgramShape.damage(SourceText.of(before), SourceText.of(after));
  }
}
