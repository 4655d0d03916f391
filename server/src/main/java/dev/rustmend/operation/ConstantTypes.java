package dev.rustmend.operation;

import dev.rustmend.syntax.Token;
import dev.rustmend.syntax.TokenKind;
import java.util.List;

/// A constant without a type gets the type of its value; of the numbers' types the one that the
/// uses accept.
final class ConstantTypes {
  private static final List<String> INTEGERS = List.of("i32", "usize", "u32", "u64", "i64", "u8", "u16");
  private static final List<String> REALS = List.of("f64", "f32");

  private ConstantTypes() {}

  static void give(Tokens tokens, Mends out) {
    int name = tokens.at();
    while (name > 0 && !tokens.is(name - 1, "const", "static", "mut")) {
      name--;
    }
    int equals = name + 1;
    if (!tokens.isName(name) || !tokens.is(equals, "=", ":")) {
      return;
    }
    boolean colon = tokens.is(equals, ":");
    int value = colon ? equals + 2 : equals + 1;
    int penalty = 0;
    for (String type : types(tokens, value)) {
      Edits edits = out.edits();
      if (colon) {
        edits.insert(tokens.end(equals), " " + type);
      } else {
        edits.insert(tokens.end(name), ": " + type);
      }
      out.add("Give `%s` the type `%s`".formatted(tokens.text(name), type), penalty, edits);
      penalty += 3;
    }
  }

  private static List<String> types(Tokens tokens, int value) {
    int first = tokens.is(value, "-") ? value + 1 : value;
    Token token = tokens.get(first);
    boolean single = tokens.is(first + 1, ";");
    if (tokens.is(value, "[") && single(tokens, value)) {
      int count = count(tokens, value);
      return types(tokens, value + 1).stream().map(type -> "[%s; %d]".formatted(type, count)).toList();
    }
    if (token.kind() == TokenKind.NUMBER) {
      String text = token.text();
      String suffix = text.replaceFirst("^[0-9][0-9._]*", "");
      if (suffix.matches("[iuf]\\w+")) {
        return List.of(suffix);
      }
      return text.contains(".") && !text.startsWith("0x") ? REALS : INTEGERS;
    }
    if (token.kind() == TokenKind.STRING) {
      return token.text().startsWith("b") ? List.of("&[u8]") : List.of("&str");
    }
    if (token.kind() == TokenKind.CHARACTER) {
      return token.text().startsWith("b") ? List.of("u8") : List.of("char");
    }
    if (tokens.is(first, "true", "false") && single) {
      return List.of("bool");
    }
    boolean type = tokens.isName(first) && Character.isUpperCase(token.text().charAt(0));
    if (type && tokens.is(first + 1, "::", "{", "(")) {
      return List.of(token.text());
    }
    return List.of();
  }

  private static boolean single(Tokens tokens, int open) {
    int close = tokens.close(open);
    return close > open + 1 && tokens.find(open + 1, ";") < 0;
  }

  private static int count(Tokens tokens, int open) {
    int count = 1;
    int comma = tokens.find(open + 1, ",");
    while (comma > 0) {
      boolean last = tokens.is(comma + 1, "]");
      count += last ? 0 : 1;
      comma = last ? -1 : tokens.find(comma + 1, ",");
    }
    return count;
  }
}
