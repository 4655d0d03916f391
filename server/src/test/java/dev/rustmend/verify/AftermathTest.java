package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.Patch;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which warnings speak against a patch that compiles, on what a made-up compiler says.
class AftermathTest {

  private static Optional<String> doubt(Said before, Patch patch, Said after) {
    return Judgment.alone(
            before.base(), new Trial(before.get(0), patch), after.snapshot(), after.checked())
        .doubt();
  }

  @Test
  void aValueThatASemicolonThrowsAwayIsOne() {
    Said before = Said.of("fn g() { f() }").error("E0308", "mismatched types", "f()");
    Patch patch = before.patch("f()", "f();");
    Said after = before.after(patch).warning("unused_must_use", "unused `Result`", "f()");
    assertThat(doubt(before, patch, after)).contains("brings a warning: unused `Result`");
  }

  @Test
  void aValueThatWasThrownAwayBeforeIsNone() {
    Said before = Said.of("fn g() { f(a); }").error("E0308", "mismatched types", "a");
    Patch patch = before.patch("a", "&a");
    Said after = before.after(patch).warning("unused_must_use", "unused `Result`", "f(&a)");
    assertThat(doubt(before, patch, after)).isEmpty();
  }

  @Test
  void aVariableWhoseOnlyUseIsTakenAwayIsOne() {
    Said before = Said.of("fn g(a: u8, b: u8) { f(a, b); }").error("E0061", "two", "f");
    Patch patch = before.patch("a, b)", "a)");
    Said after = before.after(patch).warning("unused_variables", "unused variable: `b`", "b");
    assertThat(doubt(before, patch, after)).contains("brings a warning: unused variable: `b`");
  }

  @Test
  void aVariableThatNothingUsedBeforeIsNone() {
    Said before = Said.of("fn g(a: u8, b: u8) { f(a, 1); }").error("E0061", "two", "f");
    Patch patch = before.patch("a, 1)", "a)");
    Said after = before.after(patch).warning("unused_variables", "unused variable: `b`", "b");
    assertThat(doubt(before, patch, after)).isEmpty();
  }

  @Test
  void aUseThatMovedIsNone() {
    Said before = Said.of("fn g(b: u8) { f(b); }").error("E0061", "two", "f");
    Patch patch = before.patch("f(b);", "let c = b; f(c);");
    Said after = before.after(patch).warning("unused_variables", "unused variable: `b`", "b");
    assertThat(doubt(before, patch, after)).isEmpty();
  }

  @Test
  void aPatternThatIsNeverReachedAsItWasWrittenIsOne() {
    Said before =
        Said.of("fn g() { match x { A(_) => 1, A(a) => 2 } }").error("E0023", "two", "A(a)");
    Patch patch = before.patch("A(a)", "A(a, _)");
    Said after =
        before.after(patch).warning("unreachable_patterns", "unreachable pattern", "A(a, _)");
    assertThat(doubt(before, patch, after)).contains("brings a warning: unreachable pattern");
  }

  @Test
  void aPatternElsewhereIsNone() {
    Said before =
        Said.of("fn g() { match y { A(_) => 1, A(a) => z } }").error("E0425", "no z", "z");
    Patch patch = before.patch("z", "2");
    Said after = before.after(patch).warning("unreachable_patterns", "unreachable pattern", "A(a)");
    assertThat(doubt(before, patch, after)).isEmpty();
  }

  @Test
  void aWarningThatWasThereBeforeIsNone() {
    Said before =
        Said.of("fn g() { let b = z; }")
            .error("E0425", "no z", "z")
            .warning("unused_variables", "unused variable: `b`", "b");
    Patch patch = before.patch("b = z", "b = 2");
    Said after = before.after(patch).warning("unused_variables", "unused variable: `b`", "b");
    assertThat(doubt(before, patch, after)).isEmpty();
  }

  @Test
  void aLineAfterAReturnThatThePatchWroteIsOne() {
    Said before = Said.of("fn g() -> u8 { a; b() }").error("E0308", "mismatched types", "a;");
    Patch patch = before.patch("a;", "return a;");
    Said after =
        before.after(patch).warning("unreachable_code", "unreachable expression", "return a");
    assertThat(doubt(before, patch, after)).isPresent();
  }
}
