package dev.rustmend.syntax;

import java.util.Set;

/// The words of Rust that can not be names.
public final class Keywords {
  private static final Set<String> WORDS =
      Set.of(
          "as",
          "async",
          "await",
          "break",
          "const",
          "continue",
          "crate",
          "dyn",
          "else",
          "enum",
          "extern",
          "false",
          "fn",
          "for",
          "if",
          "impl",
          "in",
          "let",
          "loop",
          "match",
          "mod",
          "move",
          "mut",
          "pub",
          "ref",
          "return",
          "self",
          "Self",
          "static",
          "struct",
          "super",
          "trait",
          "true",
          "type",
          "unsafe",
          "use",
          "where",
          "while");

  private Keywords() {}

  /// All of them.
  public static Set<String> all() {
    return WORDS;
  }

  /// Whether `word` is one of them. `yield`, which is only reserved, and `_` are not.
  public static boolean isKeyword(String word) {
    return WORDS.contains(word);
  }
}
