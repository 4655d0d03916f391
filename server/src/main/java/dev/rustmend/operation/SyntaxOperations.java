package dev.rustmend.operation;

import java.util.List;

/// The operations about text that does not parse, macros, format strings and lints.
final class SyntaxOperations {
  private SyntaxOperations() {}

  static List<Operation> all() {
    return List.of(
        new Mend("mend-delimiters", Delimiters::mend),
        new Mend("mend-expected-token", ExpectedTokens::mend));
  }
}
