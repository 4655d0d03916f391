package dev.rustmend.operation;

import dev.rustmend.syntax.Keywords;
import dev.rustmend.syntax.RustLexer;
import dev.rustmend.syntax.Token;
import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Arrays;
import java.util.List;

/// The tokens of the primary span's file, comments left out, and which of them rustc points at.
///
/// Where the text does not parse a tree is of little use; tokens and indentation are still there.
/// Every question takes indexes of tokens, and any index may be asked about: outside of the list is
/// an empty token.
final class Tokens {
  private static final Token NONE = new Token(TokenKind.PUNCTUATION, "", TextRange.at(0));

  private final Site site;
  private final byte[] bytes;
  private final List<Token> list;
  private final int at;

  private Tokens(Site site, byte[] bytes, List<Token> list, int at) {
    this.site = site;
    this.bytes = bytes;
    this.list = list;
    this.at = at;
  }

  static Tokens of(Site site) {
    SourceText text = site.text();
    List<Token> list = code(text);
    int start = site.primary().range().start();
    int at = 0;
    while (at < list.size() && list.get(at).range().end() <= start) {
      at++;
    }
    return new Tokens(site, text.bytes(), list, at);
  }

  private static List<Token> code(SourceText text) {
    return RustLexer.tokens(text).stream()
        .filter(token -> token.kind() != TokenKind.COMMENT)
        .toList();
  }

  Site site() {
    return site;
  }

  /// The token at the start of the primary span, or the next one.
  int at() {
    return at;
  }

  int size() {
    return list.size();
  }

  Token get(int i) {
    return i >= 0 && i < list.size() ? list.get(i) : NONE;
  }

  String text(int i) {
    return get(i).text();
  }

  int start(int i) {
    return i >= list.size() ? bytes.length : get(i).range().start();
  }

  int end(int i) {
    return get(i).range().end();
  }

  /// Whether the token is one of these words or punctuations.
  boolean is(int i, String... texts) {
    Token token = get(i);
    return Arrays.stream(texts).anyMatch(token::is);
  }

  /// Whether the tokens from `i` on are these.
  boolean are(int i, String... texts) {
    for (int k = 0; k < texts.length; k++) {
      if (!is(i + k, texts[k])) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is an identifier and no keyword.
  boolean isName(int i) {
    return get(i).isWord() && !Keywords.isKeyword(text(i));
  }

  boolean isKeyword(int i) {
    return get(i).isWord() && Keywords.isKeyword(text(i));
  }

  boolean isOpen(int i) {
    return is(i, "(", "[", "{");
  }

  boolean isClose(int i) {
    return is(i, ")", "]", "}");
  }

  /// Whether a line break stands before the token.
  boolean startsLine(int i) {
    if (i == 0) {
      return true;
    }
    for (int b = start(i) - 1; b >= end(i - 1); b--) {
      if (bytes[b] == '\n') {
        return true;
      }
    }
    return i >= list.size();
  }

  /// The first token of the line that the token stands on.
  int lineStart(int i) {
    int first = i;
    while (first > 0 && !startsLine(first)) {
      first--;
    }
    return first;
  }

  /// The last token of the line.
  int lineEnd(int i) {
    int last = i;
    while (last + 1 < list.size() && !startsLine(last + 1)) {
      last++;
    }
    return last;
  }

  /// The white space at the start of the token's line.
  String indent(int i) {
    return Site.indent(site.text(), start(i));
  }

  /// How far the token's line is indented.
  int column(int i) {
    return indent(i).length();
  }

  /// The end of the line behind the token, before the line break: comments are skipped.
  int endOfLine(int i) {
    int b = end(i);
    while (b < bytes.length && bytes[b] != '\n' && bytes[b] != '\r') {
      b++;
    }
    return b;
  }

  /// The start of the line on which the token stands, comments and attributes in lines directly
  /// above included.
  int startWithComments(int i) {
    int b = start(i) - column(i);
    while (b > 1) {
      int previous = b - 1;
      while (previous > 0 && bytes[previous - 1] != '\n') {
        previous--;
      }
      String line = site.text().slice(new TextRange(previous, b)).strip();
      if (!line.startsWith("//") && !line.startsWith("#[")) {
        break;
      }
      b = previous;
    }
    return b;
  }

  /// The source from the start of token `from` to the end of the token before `to`.
  String source(int from, int to) {
    return from < to ? site.text().slice(range(from, to)) : "";
  }

  /// From the start of token `from` to the end of the token before `to`.
  TextRange range(int from, int to) {
    int start = start(from);
    return new TextRange(start, Math.max(start, end(to - 1)));
  }

  /// The token that closes the delimiter at `open`, or -1.
  int close(int open) {
    int depth = 0;
    for (int i = open; i < list.size(); i++) {
      if (isOpen(i)) {
        depth++;
      } else if (isClose(i) && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// The token that opens the delimiter closed at `close`, or -1.
  int open(int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      if (isClose(i)) {
        depth++;
      } else if (isOpen(i) && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// The innermost delimiter that is open at `i`, or -1.
  int enclosing(int i) {
    int depth = 0;
    for (int k = i - 1; k >= 0; k--) {
      if (isClose(k)) {
        depth++;
      } else if (isOpen(k) && depth-- == 0) {
        return k;
      }
    }
    return -1;
  }

  /// The first of `texts` from `from` on, not inside of delimiters that open behind `from`; -1 when
  /// a closing delimiter or the end comes first.
  int find(int from, String... texts) {
    for (int i = from; i < list.size(); i++) {
      if (is(i, texts)) {
        return i;
      }
      if (isOpen(i)) {
        int close = close(i);
        if (close < 0) {
          return -1;
        }
        i = close;
      } else if (isClose(i)) {
        return -1;
      }
    }
    return -1;
  }

  /// The first token of the statement around `i`: what follows `;`, `{` or `}`.
  int statement(int i) {
    int first = i;
    while (first > 0 && !is(first - 1, ";", "{", "}")) {
      if (isClose(first - 1)) {
        int open = open(first - 1);
        if (open < 0) {
          break;
        }
        first = open;
      } else {
        first--;
      }
    }
    return first;
  }
}
