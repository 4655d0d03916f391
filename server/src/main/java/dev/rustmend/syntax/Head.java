package dev.rustmend.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The beginning of an item as tokens show it: its keyword and name. It is found in broken code
/// too, where a tree may have lost the item.
record Head(ItemKind kind, String name) {
  private static final Set<String> MODIFIERS =
      Set.of("pub", "default", "async", "unsafe", "extern", "const");

  /// The head whose keyword is token `at` of `code`, which holds no comments.
  static Optional<Head> at(List<Token> code, int at) {
    if (!code.get(at).isWord()) {
      return Optional.empty();
    }
    return switch (code.get(at).text()) {
      case "fn" -> named(ItemKind.FUNCTION, code, at + 1, Set.of("(", "<"));
      case "struct" -> named(ItemKind.STRUCT, code, at + 1, Set.of());
      case "enum" -> named(ItemKind.ENUM, code, at + 1, Set.of());
      case "trait" -> named(ItemKind.TRAIT, code, at + 1, Set.of());
      case "mod" -> named(ItemKind.MODULE, code, at + 1, Set.of());
      case "union" -> named(ItemKind.UNION, code, at + 1, Set.of("{", "<"));
      case "type" -> named(ItemKind.TYPE, code, at + 1, Set.of("=", ":", ";", "<"));
      case "const" -> named(ItemKind.CONST, code, at + 1, Set.of(":"));
      case "static" ->
          named(ItemKind.STATIC, code, is(code, at + 1, "mut") ? at + 2 : at + 1, Set.of(":"));
      case "macro_rules" ->
          is(code, at + 1, "!") ? named(ItemKind.MACRO, code, at + 2, Set.of()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// What an attribute before token `at` of `code` is about: `fn f`, `impl`, or the first token of
  /// a statement or field.
  static String subject(List<Token> code, int at) {
    int i = at;
    while (i < code.size()) {
      Optional<Head> head = at(code, i);
      if (head.isPresent()) {
        return head.get().toString();
      }
      Token token = code.get(i);
      boolean modifier = MODIFIERS.contains(token.text()) || token.kind() == TokenKind.STRING;
      if (token.is("(") && i > at) {
        i = Brackets.close(code, i);
      } else if (!modifier) {
        return token.text();
      }
      i++;
    }
    return "";
  }

  private static Optional<Head> named(
      ItemKind kind, List<Token> code, int at, Set<String> followers) {
    if (at >= code.size() || !code.get(at).isWord() || Words.isKeyword(code.get(at).text())) {
      return Optional.empty();
    }
    boolean follows =
        followers.isEmpty()
            || (at + 1 < code.size() && followers.contains(code.get(at + 1).text()));
    return follows ? Optional.of(new Head(kind, Words.name(code.get(at)))) : Optional.empty();
  }

  private static boolean is(List<Token> code, int at, String text) {
    return at < code.size() && code.get(at).is(text);
  }

  @Override
  public String toString() {
    return (kind == ItemKind.FUNCTION ? "fn" : kind.word()) + " " + name;
  }
}
