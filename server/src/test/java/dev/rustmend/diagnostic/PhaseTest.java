package dev.rustmend.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTest {

  @ParameterizedTest
  @CsvSource({
    "E0765, PARSE",
    "E0425, RESOLVE",
    "E0106, RESOLVE",
    "E0308, TYPE",
    "E0282, TYPED",
    "E0004, TYPED",
    "E0382, BORROW",
    "E0451, LINT",
    "unused_variables, LINT",
    "clippy::needless_borrow, LINT"
  })
  void aCodeHasAPhase(String code, Phase phase) {
    assertThat(Phase.of(said(Optional.of(new DiagnosticCode(code)), "message"))).isEqualTo(phase);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expected one of `.` or `;`, found `}` | PARSE",
        "Rust has no postfix increment operator | PARSE",
        "cannot find macro `vecc` in this scope | RESOLVE",
        "no rules expected `2` | RESOLVE",
        "2 positional arguments in format string, but there is 1 argument | RESOLVE",
        "argument never used | RESOLVE",
        "future cannot be sent between threads safely | TYPED",
        "lifetime may not live long enough | BORROW",
        "implementation of `FnOnce` is not general enough | BORROW"
      })
  void aMessageWithoutACodeToo(String message, Phase phase) {
    assertThat(Phase.of(said(Optional.empty(), message))).isEqualTo(phase);
  }

  private static Diagnostic said(Optional<DiagnosticCode> code, String message) {
    return new Diagnostic(
        Level.ERROR,
        code,
        message,
        List.of(),
        List.of(),
        List.of(),
        message,
        new CrateId("p", "p", "lib"));
  }
}
