package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text taken apart by its tokens alone: the code itself, its attributes and its comments. What
/// stands in `typeof(…)` does not count.
record TokenFacts(List<Token> code, List<Attribute> attributes, List<String> comments, Bag heads) {

  static TokenFacts of(SourceText text) {
    var comments = new ArrayList<String>();
    var tokens = new ArrayList<Token>();
    for (Token token : RustLexer.tokens(text)) {
      if (token.kind() == TokenKind.COMMENT) {
        comments.add(token.text());
      } else {
        tokens.add(token);
      }
    }
    var code = new ArrayList<Token>();
    var attributes = new ArrayList<Attribute>();
    int at = 0;
    while (at < tokens.size()) {
      int open = attributeAt(tokens, at);
      if (isTypeof(tokens, at)) {
        at = Brackets.close(tokens, at + 1) + 1;
      } else if (open < 0) {
        code.add(tokens.get(at++));
      } else {
        int close = Brackets.close(tokens, open);
        attributes.add(attribute(tokens, open, close));
        at = close + 1;
      }
    }
    return new TokenFacts(
        List.copyOf(code), List.copyOf(attributes), List.copyOf(comments), heads(code));
  }

  /// The items that the code begins, as pieces.
  List<Piece> items() {
    var items = new ArrayList<Piece>();
    for (int i = 0; i < code.size(); i++) {
      Optional<Head> head = Head.at(code, i);
      if (head.isPresent()) {
        Head found = head.get();
        items.add(
            new Piece(
                found.kind().word(),
                found.toString(),
                "the %s `%s`".formatted(found.kind().word(), found.name()),
                Bag.of(List.of(found.name())),
                code.get(i).range()));
      }
    }
    return items;
  }

  /// Whether `typeof(…)` begins at `at`, which only repeats what stands elsewhere and computes
  /// nothing.
  private static boolean isTypeof(List<Token> tokens, int at) {
    return tokens.get(at).is("typeof")
        && at + 1 < tokens.size()
        && tokens.get(at + 1).is("(")
        && Brackets.close(tokens, at + 1) < tokens.size();
  }

  /// The `[` of an attribute that begins at `at`, or -1.
  private static int attributeAt(List<Token> tokens, int at) {
    if (!tokens.get(at).is("#")) {
      return -1;
    }
    int open = at + 1 < tokens.size() && tokens.get(at + 1).is("!") ? at + 2 : at + 1;
    return open < tokens.size() && tokens.get(open).is("[") ? open : -1;
  }

  private static Attribute attribute(List<Token> tokens, int open, int close) {
    int at = open + 1;
    // `#[unsafe(no_mangle)]` is `#[no_mangle]` as far as we are concerned
    if (at + 1 < close && tokens.get(at).is("unsafe") && tokens.get(at + 1).is("(")) {
      at += 2;
    }
    var name = new StringBuilder();
    while (at < close && (tokens.get(at).isWord() || tokens.get(at).is("::"))) {
      name.append(tokens.get(at++).text());
    }
    boolean inner = tokens.get(open - 1).is("!");
    String subject = inner ? "crate" : Head.subject(withoutAttributes(tokens, close + 1), 0);
    return new Attribute(name.toString(), tokens.subList(at, Math.max(at, close)), subject);
  }

  /// The tokens from `at`, behind further attributes.
  private static List<Token> withoutAttributes(List<Token> tokens, int at) {
    int from = at;
    while (from < tokens.size() && attributeAt(tokens, from) >= 0) {
      from = Brackets.close(tokens, attributeAt(tokens, from)) + 1;
    }
    return tokens.subList(Math.min(from, tokens.size()), tokens.size());
  }

  private static Bag heads(List<Token> code) {
    var heads = new ArrayList<String>();
    for (int i = 0; i < code.size(); i++) {
      Head.at(code, i).ifPresent(head -> heads.add(head.toString()));
    }
    return Bag.of(heads);
  }
}
