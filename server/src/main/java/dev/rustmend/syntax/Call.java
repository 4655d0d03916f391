package dev.rustmend.syntax;

import dev.rustmend.text.TextRange;

/// A call of a function, method or macro. Constructors of tuple structs and variants, which begin
/// with a capital letter, are no calls: making a value has no effect.
///
/// `arguments` are the words of all arguments, `count` is how many arguments there are.
record Call(String name, Form form, Bag arguments, int count, TextRange range) {
  enum Form {
    FUNCTION,
    METHOD,
    MACRO
  }

  /// `f()`, `.f()` or `f!()`.
  String label() {
    return switch (form) {
      case FUNCTION -> name + "()";
      case METHOD -> "." + name + "()";
      case MACRO -> name + "!()";
    };
  }
}
