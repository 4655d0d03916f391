package dev.rustmend.syntax;

import java.util.List;

/// Finds matching delimiters among tokens.
final class Brackets {
  private Brackets() {}

  /// The index of the token that closes the delimiter at `open`; the last index when none does.
  /// Delimiters of all three shapes are counted alike, which is enough for code that compiles.
  static int close(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (isOpen(token)) {
        depth++;
      } else if (isClose(token) && --depth == 0) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  static boolean isOpen(Token token) {
    return token.is("(") || token.is("[") || token.is("{");
  }

  static boolean isClose(Token token) {
    return token.is(")") || token.is("]") || token.is("}");
  }
}
