package dev.rustmend.syntax;

import dev.rustmend.text.TextRange;

/// One token of a Rust text, with its place in bytes.
public record Token(TokenKind kind, String text, TextRange range) {

  /// Whether it is this punctuation or keyword.
  public boolean is(String expected) {
    return text.equals(expected)
        && (kind == TokenKind.PUNCTUATION || kind == TokenKind.WORD || kind == TokenKind.LIFETIME);
  }

  /// Whether it is an identifier or a keyword.
  public boolean isWord() {
    return kind == TokenKind.WORD;
  }
}
