package dev.rustmend.search;

import java.util.Set;

/// The words that shape Rust code.
final class Keywords {
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

  static boolean isKeyword(String word) {
    return WORDS.contains(word);
  }
}
