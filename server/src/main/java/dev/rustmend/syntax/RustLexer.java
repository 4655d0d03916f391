package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a Rust text into tokens, whatever state it is in: an unclosed string or comment reaches to
/// the end of the text, and a byte that begins nothing is punctuation.
///
/// It needs no native library and no well-formed code, which makes it the ground that the guard
/// stands on where there is no tree.
public final class RustLexer {
  private static final List<String> OPERATORS =
      List.of(
          "...", "..=", "<<=", ">>=", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "+=",
          "-=", "*=", "/=", "%=", "^=", "&=", "|=", "..");

  private final byte[] bytes;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private RustLexer(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The tokens of `text` in order, comments included, white space left out.
  public static List<Token> tokens(SourceText text) {
    return new RustLexer(text.bytes()).run();
  }

  private List<Token> run() {
    while (at < bytes.length) {
      if (isSpace(bytes[at])) {
        at++;
      } else {
        int start = at;
        TokenKind kind = next();
        String text = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        tokens.add(new Token(kind, text, new TextRange(start, at)));
      }
    }
    return List.copyOf(tokens);
  }

  /// Moves behind the token at the current place.
  private TokenKind next() {
    byte b = bytes[at];
    if (b == '/' && peek(1) == '/') {
      skipLine();
      return TokenKind.COMMENT;
    }
    if (b == '/' && peek(1) == '*') {
      skipBlockComment();
      return TokenKind.COMMENT;
    }
    if (isLetter(b)) {
      return wordOrPrefixed();
    }
    if (isDigit(b)) {
      skipNumber();
      return TokenKind.NUMBER;
    }
    return switch (b) {
      case '"' -> string();
      case '\'' -> characterOrLifetime();
      default -> operator();
    };
  }

  private TokenKind wordOrPrefixed() {
    int word = at;
    while (word < bytes.length && (isLetter(bytes[word]) || isDigit(bytes[word]))) {
      word++;
    }
    String prefix = new String(bytes, at, word - at, StandardCharsets.UTF_8);
    int next = word < bytes.length ? bytes[word] : 0;
    boolean raw = prefix.equals("r") || prefix.equals("br") || prefix.equals("cr");
    if (raw && (next == '"' || next == '#') && skipRawString(word)) {
      return TokenKind.STRING;
    }
    if (next == '"' && (prefix.equals("b") || prefix.equals("c"))) {
      at = word;
      return string();
    }
    if (next == '\'' && prefix.equals("b")) {
      at = word;
      return characterOrLifetime();
    }
    if (prefix.equals("r") && next == '#' && word + 1 < bytes.length && isLetter(bytes[word + 1])) {
      at = word + 1;
      wordOrPrefixed();
      return TokenKind.WORD;
    }
    at = word;
    return TokenKind.WORD;
  }

  /// Moves behind `#…"…"#…` at `hashes`; false, without moving, when no raw string begins there.
  private boolean skipRawString(int hashes) {
    int quote = hashes;
    while (quote < bytes.length && bytes[quote] == '#') {
      quote++;
    }
    if (quote == bytes.length || bytes[quote] != '"') {
      return false;
    }
    int depth = quote - hashes;
    for (int i = quote + 1; i < bytes.length; i++) {
      if (bytes[i] == '"' && hashesAt(i + 1) >= depth) {
        at = i + 1 + depth;
        return true;
      }
    }
    at = bytes.length;
    return true;
  }

  private int hashesAt(int from) {
    int count = 0;
    while (from + count < bytes.length && bytes[from + count] == '#') {
      count++;
    }
    return count;
  }

  private TokenKind string() {
    at++;
    while (at < bytes.length && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, bytes.length);
    return TokenKind.STRING;
  }

  private TokenKind characterOrLifetime() {
    if (peek(1) == '\\') {
      int end = at + 3;
      while (end < bytes.length && bytes[end] != '\'' && bytes[end] != '\n') {
        end++;
      }
      at = Math.min(end + 1, bytes.length);
      return TokenKind.CHARACTER;
    }
    int width = at + 1 < bytes.length ? characterLength(bytes[at + 1]) : 1;
    if (peek(1 + width) == '\'' && peek(1) != '\'') {
      at += width + 2;
      return TokenKind.CHARACTER;
    }
    at++;
    while (at < bytes.length && (isLetter(bytes[at]) || isDigit(bytes[at]))) {
      at++;
    }
    return TokenKind.LIFETIME;
  }

  private void skipNumber() {
    boolean decimal = bytes[at] != '0' || "xob".indexOf(peek(1)) < 0;
    skipWord();
    boolean fraction = decimal && peek(0) == '.' && peek(1) != '.' && !isLetter((byte) peek(1));
    if (fraction) {
      at++;
      skipWord();
    }
    boolean exponent = decimal && (bytes[at - 1] | 0x20) == 'e';
    if (exponent && (peek(0) == '-' || peek(0) == '+') && isDigit((byte) peek(1))) {
      at++;
      skipWord();
    }
  }

  private void skipWord() {
    while (at < bytes.length && (isLetter(bytes[at]) || isDigit(bytes[at]))) {
      at++;
    }
  }

  private TokenKind operator() {
    for (String operator : OPERATORS) {
      if (matches(operator)) {
        at += operator.length();
        return TokenKind.PUNCTUATION;
      }
    }
    at++;
    return TokenKind.PUNCTUATION;
  }

  private boolean matches(String operator) {
    for (int i = 0; i < operator.length(); i++) {
      if (peek(i) != operator.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void skipLine() {
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    if (bytes[at - 1] == '\r') {
      at--;
    }
  }

  private void skipBlockComment() {
    int depth = 0;
    do {
      if (peek(0) == '/' && peek(1) == '*') {
        depth++;
        at += 2;
      } else if (peek(0) == '*' && peek(1) == '/') {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < bytes.length);
    at = Math.min(at, bytes.length);
  }

  /// The byte `ahead` of the current place, or 0 past the end.
  private int peek(int ahead) {
    return at + ahead < bytes.length ? bytes[at + ahead] : 0;
  }

  private static int characterLength(byte lead) {
    if ((lead & 0xE0) == 0xC0) {
      return 2;
    }
    if ((lead & 0xF0) == 0xE0) {
      return 3;
    }
    return (lead & 0xF8) == 0xF0 ? 4 : 1;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == 0x0B || b == 0x0C;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b < 0;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
