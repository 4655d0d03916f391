package dev.rustmend.search;

import dev.rustmend.syntax.Keywords;
import dev.rustmend.syntax.RustLexer;
import dev.rustmend.syntax.Token;
import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/// The terms of Rust code: its identifiers and paths, whole and in parts, and its shape.
final class RustTerms {
  private static final int SHAPE_LENGTH = 3;

  private RustTerms() {}

  /// The identifiers of `code`, which may be a part of a program; comments and strings are left
  /// out.
  static List<Term> of(String code) {
    var terms = new ArrayList<Term>();
    List<Token> tokens = RustLexer.tokens(SourceText.of(code));
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != TokenKind.WORD) {
        continue;
      }
      var path = new StringBuilder(tokens.get(i).text());
      int start = tokens.get(i).range().start();
      while (i + 2 < tokens.size()
          && tokens.get(i + 1).text().equals("::")
          && tokens.get(i + 2).kind() == TokenKind.WORD) {
        path.append("::").append(tokens.get(i + 2).text());
        i += 2;
      }
      terms.addAll(Identifiers.terms(path.toString(), Math.min(start, code.length())));
    }
    return List.copyOf(terms);
  }

  /// The shape of `code`: each three tokens in a row, with names and literals left out, so that
  /// `let a = b.c();` and `let x = y.z();` are the same.
  static List<Term> shape(String code) {
    List<String> shape =
        RustLexer.tokens(SourceText.of(code)).stream()
            .filter(token -> token.kind() != TokenKind.COMMENT)
            .map(RustTerms::anonymous)
            .toList();
    var terms = new ArrayList<Term>();
    for (int i = 0; i + SHAPE_LENGTH <= shape.size(); i++) {
      terms.add(Term.exact(String.join(" ", shape.subList(i, i + SHAPE_LENGTH)), 0, 0));
    }
    return List.copyOf(terms);
  }

  private static String anonymous(Token token) {
    return switch (token.kind()) {
      case WORD -> Keywords.isKeyword(token.text()) ? token.text() : "name";
      case STRING, CHARACTER, NUMBER -> "literal";
      default -> token.text();
    };
  }
}
