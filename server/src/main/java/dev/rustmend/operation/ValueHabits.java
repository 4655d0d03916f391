package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.Map;
import java.util.Set;

/// Expressions as other languages write them, turned into Rust's.
final class ValueHabits {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("null", "None"),
          Map.entry("nil", "None"),
          Map.entry("NULL", "None"),
          Map.entry("nullptr", "None"),
          Map.entry("undefined", "None"),
          Map.entry("none", "None"),
          Map.entry("some", "Some"),
          Map.entry("True", "true"),
          Map.entry("TRUE", "true"),
          Map.entry("False", "false"),
          Map.entry("FALSE", "false"),
          Map.entry("this", "self"));
  private static final Map<String, String> ENTITIES =
      Map.of("gt", ">", "lt", "<", "amp", "&", "quot", "\"");
  private static final Map<String, String> OPERATORS =
      Map.of("and", "&&", "or", "||", "===", "==", "!==", "!=", "<>", "!=");

  private ValueHabits() {}

  /// Every `x++`, `++x`, `x--`, `--x` of the file that is a statement becomes `x += 1` or `x -= 1`.
  static void increment(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      String sign = tokens.text(i);
      boolean twice = (sign.equals("+") || sign.equals("-")) && tokens.is(i + 1, sign);
      if (!twice || tokens.end(i) != tokens.start(i + 1)) {
        continue;
      }
      int first = tokens.statement(i);
      int end = tokens.find(i, ";");
      boolean behind =
          first < i && tokens.is(i + 2, ";", "}", ",") && !tokens.is(first, "let", "return");
      if (behind && tokens.find(first, "=") != -1 && tokens.find(first, "=") < i) {
        continue;
      }
      if (behind) {
        edits.replace(new TextRange(tokens.end(i - 1), tokens.end(i + 1)), " " + sign + "= 1");
        count++;
      } else if (first == i && end > 0) {
        edits.delete(tokens.range(i, i + 2)).insert(tokens.end(end - 1), " " + sign + "= 1");
        count++;
      }
    }
    if (count > 0) {
      out.add("Count with `+= 1` and `-= 1`", 0, edits);
    }
  }

  /// Operators of other languages, all of the file at once.
  static void operators(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 1; i < tokens.size(); i++) {
      String joined = tokens.text(i) + tokens.text(i + 1);
      boolean tight = tokens.end(i) == tokens.start(i + 1);
      boolean word =
          tokens.is(i, "and", "or")
              && (!tokens.is(i + 1, "(", ".", ";", ",", ")")
                  || (tokens.isName(i - 1) && tokens.is(i + 1, "(")));
      if (word) {
        edits.replace(
            tokens.get(i).range(), OPERATORS.getOrDefault(tokens.text(i), tokens.text(i)));
        count++;
      } else if (tight && OPERATORS.containsKey(joined)) {
        edits.replace(tokens.range(i, i + 2), OPERATORS.get(joined));
        count++;
      } else if (tokens.is(i, "not")
          && (tokens.isName(i + 1) || tokens.is(i + 1, "(", "true", "false", "self"))) {
        edits.replace(new TextRange(tokens.start(i), tokens.start(i + 1)), "!");
        count++;
      }
    }
    if (count > 0) {
      out.add("Write Rust's operators", 0, edits);
    }
  }

  /// `null`, `nil`, `True`, `this` become `None`, `true`, `self`, wherever the word stands.
  static void names(Tokens tokens, Mends out) {
    String found = tokens.text(tokens.at());
    String rust = NAMES.get(found);
    if (rust == null) {
      return;
    }
    Edits edits = out.edits();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, found)) {
        edits.replace(tokens.get(i).range(), rust);
      }
    }
    out.add("Write `%s` instead of `%s`".formatted(rust, found), 0, edits);
    out.add(
        "Write `%s` instead of `%s` here".formatted(rust, found),
        1,
        out.edits().replace(tokens.get(tokens.at()).range(), rust));
  }

  /// `new T(x)` becomes `T::new(x)`.
  static void construction(Tokens tokens, Mends out) {
    int at = tokens.at();
    for (int i = at; i >= Math.max(0, at - 1); i--) {
      int name = i + 1;
      int open = name;
      while (tokens.get(open).isWord() || tokens.is(open, "::")) {
        open++;
      }
      int angle = open;
      while (tokens.is(open, "<") || (open > angle && !tokens.is(open, "(", ";", "{"))) {
        open++;
      }
      if (tokens.is(i, "new") && tokens.isName(name) && tokens.is(open, "(")) {
        String type =
            tokens.source(name, angle) + (open > angle ? "::" + tokens.source(angle, open) : "");
        out.replace("Call `" + type + "::new`", tokens.range(i, open), type + "::new");
        return;
      }
      if (tokens.is(i, "new") && tokens.isName(name) && tokens.is(open, "{")) {
        out.replace("Build the struct without `new`", tokens.range(i, name + 1), tokens.text(name));
        return;
      }
    }
  }

  /// `throw e;` and `raise e;` become `return Err(e);`.
  static void thrown(Tokens tokens, Mends out) {
    for (int i = tokens.at(); i >= Math.max(0, tokens.at() - 1); i--) {
      int end = tokens.find(i + 1, ";");
      if (tokens.is(i, "throw", "raise") && end > i + 1) {
        int from = tokens.is(i + 1, "new") ? i + 2 : i + 1;
        out.add(
            "Return the error in `Err`",
            0,
            out.edits()
                .replace(new TextRange(tokens.start(i), tokens.start(from)), "return Err(")
                .insert(tokens.end(end - 1), ")"));
        return;
      }
    }
  }

  /// `x => e`, `(x, y) => e`, `lambda x: e`, `\x -> e` and `|x| => e` become `|x| e`.
  static void closure(Tokens tokens, Mends out) {
    int at = tokens.at();
    int from = Math.max(0, at - 8);
    for (int i = Math.min(at + 8, tokens.size() - 1); i >= from; i--) {
      boolean arrow = tokens.is(i, "=>", "->");
      if (arrow && tokens.is(i - 1, ")")) {
        int open = tokens.open(i - 1);
        boolean call =
            open > 0
                && (tokens.get(open - 1).isWord() || tokens.is(open - 1, ")", ">"))
                && !tokens.is(open - 1, "return");
        if (open >= 0 && !call) {
          out.add(
              "Write the closure as `|…| …`",
              0,
              out.edits()
                  .replace(tokens.get(open).range(), "|")
                  .replace(new TextRange(tokens.start(i - 1), tokens.end(i)), "|"));
          return;
        }
      }
      if (arrow && tokens.isName(i - 1) && tokens.is(i - 2, "=", "(", ",", "\\")) {
        int first = tokens.is(i - 2, "\\") ? i - 2 : i - 1;
        out.replace(
            "Write the closure as `|…| …`",
            tokens.range(first, i + 1),
            "|" + tokens.text(i - 1) + "|");
        return;
      }
      if (arrow && tokens.is(i - 1, "|")) {
        out.replace(
            "Remove `" + tokens.text(i) + "`", new TextRange(tokens.end(i - 1), tokens.end(i)), "");
        return;
      }
      int colon = tokens.is(i, "lambda", "func", "fn", "function") ? tokens.find(i + 1, ":") : -1;
      if (colon > 0 && colon < i + 8 && tokens.is(i, "lambda")) {
        out.replace(
            "Write the closure as `|…| …`",
            tokens.range(i, colon + 1),
            "|" + tokens.source(i + 1, colon) + "|");
        return;
      }
    }
  }

  /// `&gt;`, `&lt;` and `&amp;`, left from a web page, become the characters they stand for.
  static void entities(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String sign = ENTITIES.get(tokens.text(i + 1));
      boolean tight =
          tokens.end(i) == tokens.start(i + 1) && tokens.end(i + 1) == tokens.start(i + 2);
      if (sign != null && tight && tokens.is(i, "&") && tokens.is(i + 2, ";")) {
        edits.replace(tokens.range(i, i + 3), sign);
        count++;
        i += 2;
      }
    }
    if (count > 0) {
      out.add("Write the characters that the HTML entities stand for", 0, edits);
    }
  }

  /// `f!(x)` becomes `f(x)` where a function or method `f` is called.
  static void bang(Tokens tokens, Mends out) {
    int at = tokens.at();
    int bang = tokens.is(at, "!") ? at : at + 1;
    String name = tokens.text(bang - 1);
    boolean method = tokens.is(bang - 2, ".");
    boolean known =
        method
            || tokens.is(bang - 2, "::")
            || tokens.site().crate().definitions(name).stream()
                .anyMatch(item -> item.node().is("function_item"));
    if (tokens.is(bang, "!") && tokens.is(bang + 1, "(") && known) {
      out.replace("Call `" + name + "` without `!`", tokens.get(bang).range(), "");
    }
  }

  /// A comparison with several operands is split: `a < b < c` becomes `a < b && b < c`.
  static void chain(Tokens tokens, Mends out) {
    int first = tokens.at();
    Set<String> signs = Set.of("<", "<=", ">", ">=", "==");
    int second = first + 1;
    while (second < tokens.size()
        && second < first + 12
        && !signs.contains(tokens.text(second))
        && !tokens.is(second, ";", "{", "&&", "||")) {
      second++;
    }
    if (signs.contains(tokens.text(first))
        && signs.contains(tokens.text(second))
        && second > first + 1) {
      String middle = tokens.source(first + 1, second);
      out.insert("Compare `" + middle + "` twice", tokens.end(second - 1), " && " + middle);
    }
  }

  /// A `.` between a type and its function becomes `::`, a single `:` as well.
  static void path(Tokens tokens, Mends out) {
    int at = tokens.at();
    for (int i = at; i <= at + 1; i++) {
      boolean type = tokens.get(i - 1).isWord() && tokens.get(i + 1).isWord();
      if (tokens.is(i, ".", ":") && type) {
        Edits edits = out.edits();
        String name = tokens.text(i - 1);
        String sign = tokens.text(i);
        boolean dot = sign.equals(".");
        for (int k = 0; k < tokens.size(); k++) {
          if (dot
              && tokens.is(k, name)
              && tokens.is(k + 1, ".")
              && tokens.isName(k + 2)
              && !tokens.is(k - 1, ".")) {
            edits.replace(tokens.get(k + 1).range(), "::");
          }
        }
        if (!dot) {
          edits.replace(tokens.get(i).range(), "::");
        }
        out.add("Write `::` behind `" + name + "`", 0, edits);
        out.replace("Write `::` behind `" + name + "` here", tokens.get(i).range(), "::");
        return;
      }
    }
  }
}
