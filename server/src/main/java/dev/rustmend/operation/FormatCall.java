package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The call of a formatting macro: its text, the placeholders in it and the arguments behind it.
///
/// Offsets are bytes of the file; the text of a placeholder stands between its braces.
record FormatCall(
    Tokens tokens, int open, int close, int literal, List<Hole> holes, List<Argument> arguments) {
  private static final Pattern HOLE = Pattern.compile("\\{\\{|\\\\u\\{\\w*}|\\\\.|\\{([^{}]*)}");
  private static final Pattern PLAIN = Pattern.compile("\\s*(\\w*)\\s*(:[^{}]*)?");

  /// `{what:spec}` in the text; `start` and `end` are positions in the literal's characters.
  record Hole(int start, int end, String what, String spec) {
    /// Whether it takes the next argument in order.
    boolean isImplicit() {
      return what.isBlank();
    }

    boolean isPlain() {
      return PLAIN.matcher(what).matches() && what.strip().matches("\\w*");
    }
  }

  /// An argument: the tokens from `from` to before `to`; `name` is empty for a positional one.
  record Argument(int from, int to, String name) {}

  /// The call around the primary span, or around token `at`.
  static Optional<FormatCall> around(Tokens tokens) {
    int open = tokens.is(tokens.at(), "(") ? tokens.at() : tokens.enclosing(tokens.at());
    for (int up = 0; up < 4 && open >= 0; up++) {
      boolean call = tokens.is(open - 1, "!") && tokens.get(open - 2).isWord();
      if (call && tokens.close(open) > 0) {
        return of(tokens, open);
      }
      open = tokens.enclosing(open);
    }
    return Optional.empty();
  }

  private static Optional<FormatCall> of(Tokens tokens, int open) {
    int close = tokens.close(open);
    var arguments = new ArrayList<Argument>();
    int literal = -1;
    int from = open + 1;
    while (from < close) {
      int comma = tokens.find(from, ",");
      int to = comma < 0 || comma > close ? close : comma;
      if (literal >= 0) {
        boolean named = tokens.isName(from) && tokens.is(from + 1, "=");
        arguments.add(new Argument(from, to, named ? tokens.text(from) : ""));
      } else if (to == from + 1 && tokens.get(from).kind() == TokenKind.STRING) {
        literal = from;
      }
      from = to + 1;
    }
    if (literal < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new FormatCall(
            tokens, open, close, literal, holes(tokens.text(literal)), List.copyOf(arguments)));
  }

  private static List<Hole> holes(String text) {
    var holes = new ArrayList<Hole>();
    Matcher matcher = HOLE.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        String inside = matcher.group(1);
        int colon = colon(inside);
        String what = colon < 0 ? inside : inside.substring(0, colon);
        String spec = colon < 0 ? "" : inside.substring(colon);
        holes.add(new Hole(matcher.start(), matcher.end(), what, spec));
      }
    }
    return List.copyOf(holes);
  }

  /// The `:` before the format, not one of a path's `::` or inside of parentheses.
  private static int colon(String inside) {
    int depth = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ':' && depth == 0) {
        if (inside.startsWith("::", i)) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  String text() {
    return tokens.text(literal);
  }

  /// The positional arguments.
  List<Argument> positional() {
    return arguments.stream().filter(argument -> argument.name().isEmpty()).toList();
  }

  /// Behind the argument number `index`, counted from 1, or behind the text for 0.
  int behind(int index) {
    List<Argument> all = positional();
    int last = index == 0 || all.isEmpty() ? literal : all.get(Math.min(index, all.size()) - 1).to() - 1;
    return tokens.end(last);
  }
}
