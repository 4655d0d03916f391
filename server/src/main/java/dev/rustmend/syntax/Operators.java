package dev.rustmend.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The operators of a stretch of tokens that decide what a program does, and which of them stand
/// for one another: `<=` in place of `<` is another program, `&` in place of nothing is a repair.
///
/// `<` and `>` are brackets too, which come in pairs: only those that are left over count. `*` and
/// `&` are not read, since they also reach through references.
final class Operators {
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("==", "!=", "<", ">", "<=", ">="),
          Set.of("&&", "||"),
          Set.of("+", "-", "/", "%"),
          Set.of("+=", "-=", "*=", "/=", "%="),
          Set.of("..", "..="));
  private static final Set<String> PLAIN = Set.of("==", "!=", "&&", "||");
  static final String NOT = "!";

  private Operators() {}

  /// Whether `one` and `other` are operators of one family.
  static boolean areAkin(String one, String other) {
    return FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
  }

  /// Whether an operator is told by its token alone, in a text that does not parse too.
  static boolean isPlain(String operator) {
    return PLAIN.contains(operator);
  }

  static Bag of(List<Token> code) {
    var found = new ArrayList<String>();
    int open = 0;
    for (int i = 0; i < code.size(); i++) {
      Token token = code.get(i);
      if (token.kind() != TokenKind.PUNCTUATION) {
        continue;
      }
      String text = token.text();
      if (text.equals("<")) {
        open++;
      } else if (text.equals(">")) {
        open--;
      } else if (text.equals(NOT)) {
        if (isNegation(code, i)) {
          found.add(NOT);
        }
      } else if (FAMILIES.stream().anyMatch(family -> family.contains(text))) {
        found.add(text);
      }
    }
    for (int i = 0; i < Math.abs(open); i++) {
      found.add(open > 0 ? "<" : ">");
    }
    return Bag.of(found);
  }

  /// Not the mark of a macro, nor the type `!`.
  private static boolean isNegation(List<Token> code, int at) {
    boolean behindName =
        at > 0 && code.get(at - 1).isWord() && !Words.isKeyword(code.get(at - 1).text());
    boolean type = at > 0 && (code.get(at - 1).is("->") || code.get(at - 1).is(":"));
    return !behindName && !type;
  }
}
