package dev.rustmend.syntax;

/// The sorts of tokens that a Rust text is made of.
public enum TokenKind {
  /// An identifier or a keyword, `r#` included. Bytes outside of ASCII count as letters.
  WORD,
  /// `'a`, with its quote.
  LIFETIME,
  /// A number with its suffix.
  NUMBER,
  /// A string of any kind (`""`, `r#""#`, `b""`, `c""`), with its quotes.
  STRING,
  /// A character or a byte (`'a'`, `b'a'`).
  CHARACTER,
  /// A line or block comment, documentation included.
  COMMENT,
  /// A delimiter or operator; `::`, `=>`, `+=` and the like are one token, `>>` is two.
  PUNCTUATION;

  /// Whether it is a number, a string or a character.
  public boolean isLiteral() {
    return this == NUMBER || this == STRING || this == CHARACTER;
  }
}
