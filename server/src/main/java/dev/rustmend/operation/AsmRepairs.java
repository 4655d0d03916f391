package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Operands and options of `asm!` that are in the wrong order or contradict each other.
final class AsmRepairs {
  private static final Pattern VECTOR = Pattern.compile("type `__m(128|256|512)[a-z]*`");
  private static final Map<String, String> REGISTERS =
      Map.of("128", "xmm_reg", "256", "ymm_reg", "512", "zmm_reg");

  private AsmRepairs() {}

  /// Positional operands are moved before named ones and explicit registers.
  static void order(Tokens tokens, Mends out) {
    int open = macro(tokens);
    if (open < 0) {
      return;
    }
    int close = tokens.close(open);
    var positional = new ArrayList<String>();
    var others = new ArrayList<String>();
    int first = -1;
    int end = -1;
    int from = open + 1;
    while (from < close) {
      int comma = tokens.find(from, ",");
      int to = comma < 0 || comma > close ? close : comma;
      boolean template = tokens.get(from).kind() == TokenKind.STRING && first < 0;
      boolean operand = !template && !tokens.is(from, "options", "clobber_abi");
      if (operand && from < to) {
        boolean named = tokens.isName(from) && tokens.is(from + 1, "=");
        boolean register =
            tokens.is(from + 1, "(") && tokens.get(from + 2).kind() == TokenKind.STRING;
        (named || register ? others : positional).add(tokens.source(from, to));
        first = first < 0 ? from : first;
        end = to;
      }
      from = to + 1;
    }
    if (first >= 0 && !positional.isEmpty() && !others.isEmpty()) {
      positional.addAll(others);
      out.replace(
          "Put the positional operands first",
          tokens.range(first, end),
          String.join(", ", positional));
    }
  }

  /// `options(pure)` gets `nomem`, or `readonly` where the code reads memory.
  static void pureOption(Tokens tokens, Mends out) {
    int open = macro(tokens);
    for (int i = Math.max(0, open); open >= 0 && i < tokens.close(open); i++) {
      if (tokens.is(i, "options") && tokens.is(i + 1, "(")) {
        boolean reads = false;
        for (int k = open; k < i; k++) {
          reads |= tokens.get(k).kind() == TokenKind.STRING && tokens.text(k).contains("[");
        }
        for (String option : reads ? List.of("readonly", "nomem") : List.of("nomem", "readonly")) {
          int last = tokens.close(i + 1);
          out.add(
              "Add the option `" + option + "`",
              reads == option.equals("readonly") ? 0 : 20,
              out.edits().insert(tokens.end(last - 1), ", " + option));
        }
        return;
      }
    }
  }

  /// `pure` goes where the code has no output: what has neither an output nor an effect is nothing.
  static void impureOption(Tokens tokens, Mends out) {
    int open = macro(tokens);
    for (int i = Math.max(0, open); open >= 0 && i < tokens.close(open); i++) {
      if (tokens.is(i, "pure") && tokens.is(i - 1, "(", ",")) {
        boolean only = tokens.is(i - 1, "(") && tokens.is(i + 1, ")");
        out.add("Remove the option `pure`", 0, out.edits().delete(option(tokens, i, only)));
        return;
      }
    }
  }

  /// An option with its comma; with the word `options` where it is the only one.
  private static TextRange option(Tokens tokens, int at, boolean only) {
    if (only && tokens.is(at - 3, ",")) {
      return new TextRange(tokens.start(at - 3), tokens.end(at + 1));
    }
    return tokens.is(at - 1, ",")
        ? new TextRange(tokens.start(at - 1), tokens.end(at))
        : new TextRange(
            tokens.start(at), tokens.is(at + 1, ",") ? tokens.start(at + 2) : tokens.end(at));
  }

  /// A vector goes into a register for vectors: `xmm_reg` for `__m128i`.
  static void vectorRegister(Tokens tokens, Mends out) {
    Matcher vector = VECTOR.matcher(tokens.site().diagnostic().message());
    int at = tokens.at();
    if (vector.find() && tokens.is(at - 1, ")") && tokens.is(at - 2, "reg")) {
      String register = REGISTERS.getOrDefault(vector.group(1), "xmm_reg");
      out.add(
          "Use a register of the class `" + register + "`",
          0,
          out.edits().replace(new TextRange(tokens.start(at - 2), tokens.end(at - 2)), register));
    }
  }

  /// Of two options that exclude each other the later is taken away.
  static void exclusiveOptions(Tokens tokens, Mends out) {
    List<String> quoted = tokens.site().quoted();
    if (quoted.size() != 2) {
      return;
    }
    int penalty = 20;
    for (String name : List.of(quoted.get(1), quoted.get(0))) {
      int open = macro(tokens);
      for (int i = Math.max(0, open); open >= 0 && i < tokens.close(open); i++) {
        if (tokens.is(i, name) && tokens.is(i - 1, "(", ",")) {
          TextRange range = option(tokens, i, false);
          out.add("Remove the option `" + name + "`", penalty, out.edits().delete(range));
        }
      }
      penalty += 10;
    }
  }

  /// The `(` of the `asm!` around the primary span, or -1.
  private static int macro(Tokens tokens) {
    int at = tokens.at();
    for (int i = at; i < Math.min(at + 8, tokens.size()); i++) {
      if (tokens.is(i, "asm", "global_asm", "naked_asm") && tokens.is(i + 1, "!")) {
        return tokens.close(i + 2) > 0 ? i + 2 : -1;
      }
    }
    int open = tokens.enclosing(at);
    while (open >= 0) {
      if (tokens.is(open - 1, "!") && tokens.is(open - 2, "asm", "global_asm", "naked_asm")) {
        return tokens.close(open) > 0 ? open : -1;
      }
      open = tokens.enclosing(open);
    }
    return -1;
  }
}
