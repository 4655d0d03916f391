package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a text between the items at its top, by its tokens: behind `;` or `}` outside of all
/// brackets. A cut in the wrong place leaves something that can not be parsed, so whoever parses
/// the parts finds out.
final class ItemCuts {
  /// Files of more bytes are worth cutting: parsing such a one whole takes longer than its tokens.
  static final int LONG = 64 << 10;

  private static final Set<String> BEGINNINGS =
      Set.of(
          "pub",
          "fn",
          "struct",
          "enum",
          "union",
          "impl",
          "trait",
          "mod",
          "use",
          "const",
          "static",
          "type",
          "unsafe",
          "extern",
          "async",
          "macro_rules",
          "#");

  private ItemCuts() {}

  /// The ranges of the parts, which lie one behind the other and come to the whole text.
  static List<TextRange> parts(SourceText text) {
    var parts = new ArrayList<TextRange>();
    List<Token> tokens =
        RustLexer.tokens(text).stream().filter(it -> it.kind() != TokenKind.COMMENT).toList();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("{") || token.is("(") || token.is("[") ? 1 : 0;
      depth -= token.is("}") || token.is(")") || token.is("]") ? 1 : 0;
      boolean last = i + 1 == tokens.size();
      boolean closed = token.is("}") && (last || begins(tokens.get(i + 1)));
      if (depth == 0 && (closed || token.is(";"))) {
        parts.add(new TextRange(start, token.range().end()));
        start = token.range().end();
      }
    }
    parts.add(new TextRange(start, text.length()));
    return List.copyOf(parts);
  }

  private static boolean begins(Token token) {
    return BEGINNINGS.contains(token.text());
  }
}
