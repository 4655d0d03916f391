package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.Patch;
import org.junit.jupiter.api.Test;

/// The rule of verdicts, on what a made-up compiler says.
class ComparisonTest {
  private static final String TWO_BODIES = "fn f() { let a = b; use_it(a); }\nfn g() { c(d); }\n";

  private static Verdict verdict(Said before, int target, Patch patch, Said after) {
    return Judgment.alone(
        before.base(), new Trial(before.get(target), patch), after.snapshot(), after.checked());
  }

  private static Comparison compare(Said before, Patch patch, Said after) {
    return new Comparison(before.base(), patch, after.snapshot(), after.checked());
  }

  @Test
  void noErrorLeftCompiles() {
    Said before = Said.of(TWO_BODIES).error("E0425", "cannot find b", "b;");
    Patch patch = before.patch("b;", "1;");
    assertThat(verdict(before, 0, patch, before.after(patch)))
        .isEqualTo(new Verdict.Compiles(1, 0));
  }

  @Test
  void anErrorElsewhereThatMovedIsTheSame() {
    Said before =
        Said.of(TWO_BODIES)
            .error("E0425", "cannot find b", "b;")
            .error("E0425", "cannot find d", "d");
    Patch patch = before.patch("b;", "much_longer;");
    Said after = before.after(patch).error("E0425", "cannot find d", "d");
    assertThat(verdict(before, 0, patch, after)).isEqualTo(new Verdict.Advances(2, 1));
  }

  @Test
  void ofEqualErrorsTheOneAtTheChangedPlaceIsGone() {
    Said before =
        Said.of("fn f() { x; x; x; }")
            .error("E0425", "cannot find x", "x")
            .error("E0425", "cannot find x", "x#2")
            .error("E0425", "cannot find x", "x#3");
    Patch patch = before.patch("x#2", "wide");
    Said after =
        before
            .after(patch)
            .error("E0425", "cannot find x", "x")
            .error("E0425", "cannot find x", "x#2");
    assertThat(verdict(before, 1, patch, after)).isEqualTo(new Verdict.Advances(3, 2));
    assertThat(verdict(before, 0, patch, after))
        .isEqualTo(new Verdict.Rejected("the error remains"));
  }

  @Test
  void anErrorThatOnlyMovedElsewhereRemains() {
    Said before =
        Said.of("fn f() { drop(s); drop(s); drop(s); }").error("E0382", "moved: s", "s#2");
    Patch patch = before.patch("drop(s);", "");
    Said after = Said.of("fn f() {  drop(s); drop(s); }").error("E0382", "moved: s", "s#2");
    assertThat(verdict(before, 0, patch, after))
        .isEqualTo(new Verdict.Rejected("the error remains"));
  }

  @Test
  void theSameCodeAtTheChangedPlaceRemains() {
    Said before =
        Said.of("fn f() { let x: u8 = \"\"; }").error("E0308", "expected u8, found str", "\"\"");
    Patch patch = before.patch("\"\"", "1.0");
    Said after = before.after(patch).error("E0308", "expected u8, found float", "1.0");
    assertThat(verdict(before, 0, patch, after))
        .isEqualTo(new Verdict.Rejected("the error remains"));
  }

  @Test
  void aMessageThatNamesAChangedTypeIsTheSameError() {
    Said before =
        Said.of(TWO_BODIES)
            .error("E0425", "cannot find b", "b;")
            .error("E0308", "found A", "use_it");
    Patch patch = before.patch("b;", "1;");
    Said after = before.after(patch).error("E0308", "found B", "use_it");
    assertThat(verdict(before, 0, patch, after)).isEqualTo(new Verdict.Advances(2, 1));
  }

  @Test
  void anErrorOfTheSamePhaseIsIntroduced() {
    Said before = Said.of(TWO_BODIES).error("E0425", "cannot find b", "b;");
    Patch patch = before.patch("b;", "1;");
    Said after = before.after(patch).error("E0425", "cannot find use_it", "use_it");
    assertThat(verdict(before, 0, patch, after))
        .isEqualTo(new Verdict.Rejected("introduces E0425: cannot find use_it"));
  }

  @Test
  void aLaterErrorInTheSameBodyIsRevealed() {
    Said before = Said.of(TWO_BODIES).error("E0425", "cannot find b", "b;");
    Patch patch = before.patch("b;", "1;");
    Said after = before.after(patch).error("E0308", "mismatched", "use_it");
    assertThat(compare(before, patch, after).revealed()).hasSize(1);
    assertThat(verdict(before, 0, patch, after)).isEqualTo(new Verdict.Advances(1, 1));
  }

  @Test
  void aLaterErrorInAnotherBodyIsIntroduced() {
    Said before = Said.of(TWO_BODIES).error("E0425", "cannot find b", "b;");
    Patch patch = before.patch("b;", "1;");
    Said after = before.after(patch).error("E0308", "mismatched", "d");
    assertThat(compare(before, patch, after).introduced()).hasSize(1);
  }

  @Test
  void aLaterErrorThatPointsAtTheEditIsIntroduced() {
    Said before = Said.of(TWO_BODIES).error("E0425", "cannot find b", "b;");
    Patch patch = before.patch("b;", "1;");
    Said after = before.after(patch).error("E0308", "mismatched", "use_it", "1;");
    assertThat(compare(before, patch, after).introduced()).hasSize(1);
  }

  @Test
  void anErrorOutsideOfAllBodiesHidLaterOnesEverywhere() {
    Said before =
        Said.of("use a::B;\nfn f() { let x = B; }\nfn g() { B::c(); }\n")
            .error("E0432", "unresolved import", "a::B");
    Patch patch = before.patch("a::B", "b::B");
    Said after = before.after(patch).error("E0599", "no c", "c").error("E0308", "mismatched", "x");
    assertThat(verdict(before, 0, patch, after)).isEqualTo(new Verdict.Advances(1, 2));
  }

  @Test
  void aBodyBehindImplTraitIsPartOfItsSignature() {
    Said before =
        Said.of("fn f() -> impl Copy { b }\nfn g() { c(f()); }\n").error("E0425", "no b", "b ");
    Patch patch = before.patch("b ", "1 ");
    Said after = before.after(patch).error("E0277", "not Debug", "c(f())");
    assertThat(compare(before, patch, after).revealed()).hasSize(1);
  }

  @Test
  void aParseErrorThatWasAloneHidAllLaterOnes() {
    Said before =
        Said.of("fn f() { let a = 1 let b = 2; }\nfn g() { c(d); }\n")
            .error("", "expected one of `;`", "let#2");
    Patch patch = before.patch("1 ", "1; ");
    Said after = before.after(patch).error("E0425", "cannot find d", "d");
    assertThat(verdict(before, 0, patch, after)).isEqualTo(new Verdict.Advances(1, 1));

    Said recovered = before.error("E0425", "cannot find c", "c");
    Said then =
        before.after(patch).error("E0425", "cannot find c", "c").error("E0425", "no d", "d");
    assertThat(compare(recovered, patch, then).introduced()).hasSize(1);
  }

  @Test
  void aDeniedLintWasHiddenByAnyError() {
    Said before = Said.of(TWO_BODIES).error("E0382", "moved", "a)");
    Patch patch = before.patch("use_it(a)", "use_it(a.clone())");
    Said after = before.after(patch).error("dead_code", "g is never used", "g()");
    assertThat(compare(before, patch, after).revealed()).hasSize(1);
  }

  @Test
  void errorsOfACrateThatWasNotCompiledAreRevealed() {
    Said before = Said.of(TWO_BODIES).error("E0382", "moved", "a)");
    Patch patch = before.patch("use_it(a)", "use_it(a.clone())");
    Said after = before.after(patch).errorIn("other", "E0425", "cannot find d", "d");
    assertThat(verdict(before, 0, patch, after)).isEqualTo(new Verdict.Compiles(1, 0));
    Said there = before.errorIn("other", "E0308", "mismatched", "c");
    Said then = after.errorIn("other", "E0308", "mismatched", "c");
    assertThat(verdict(there, 0, patch, then))
        .isEqualTo(new Verdict.Rejected("introduces E0425: cannot find d"));
  }

  @Test
  void anErrorInACrateThatIsNoLongerCompiledIsNotGone() {
    Said before =
        Said.of(TWO_BODIES)
            .error("E0382", "moved", "a)")
            .errorIn("other", "E0425", "cannot find d", "d");
    Patch patch = before.patch("use_it(a)", "use_it(a.clone())");
    assertThat(compare(before, patch, before.after(patch)).isGone(before.get(0))).isTrue();
    assertThat(compare(before, patch, before.after(patch)).isGone(before.get(1))).isFalse();
  }

  @Test
  void aWarningMustGoWithoutANewOne() {
    Said before =
        Said.of("fn f() { let a = 1; }\n")
            .warning("unused_variables", "unused variable: a", "a ")
            .warning("dead_code", "f is never used", "f()");
    Patch patch = before.patch("a ", "_a ");
    Said after = before.after(patch).warning("dead_code", "f is never used", "f()");
    assertThat(verdict(before, 0, patch, after)).isEqualTo(new Verdict.Compiles(0, 0));
    assertThat(verdict(before, 1, patch, after))
        .isEqualTo(new Verdict.Rejected("the warning remains"));
    Said worse = after.warning("non_snake_case", "bad name", "_a");
    assertThat(verdict(before, 0, patch, worse))
        .isEqualTo(new Verdict.Rejected("brings a warning: bad name"));
    Said broken = after.error("E0308", "mismatched", "_a");
    assertThat(verdict(before, 0, patch, broken))
        .isEqualTo(new Verdict.Rejected("introduces E0308: mismatched"));
  }

  @Test
  void aWarningBesideAnErrorAdvances() {
    Said before =
        Said.of(TWO_BODIES)
            .error("E0382", "moved", "d")
            .warning("unused_variables", "unused", "a ");
    Patch patch = before.patch("a ", "_a ");
    Said after = before.after(patch).error("E0382", "moved", "d");
    assertThat(verdict(before, 1, patch, after)).isEqualTo(new Verdict.Advances(1, 1));
  }
}
