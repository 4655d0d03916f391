package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.Optional;
import java.util.Set;

/// Loops as other languages write them, turned into Rust's.
final class LoopHabits {
  private static final Set<String> DECLARERS =
      Set.of(
          "let", "mut", "int", "var", "auto", "i32", "u32", "usize", "size_t", "long", "unsigned");

  private LoopHabits() {}

  /// `for (int i = 0; i < n; i++) {` becomes `for i in 0..n {`.
  static void countingLoop(Tokens tokens, Mends out) {
    int head = head(tokens, "for");
    if (head < 0) {
      return;
    }
    CountingLoop.at(tokens, head)
        .ifPresent(loop ->
            out.replace(
                "Loop over the range `" + loop.range() + "`",
                tokens.range(head, loop.end()),
                "for " + loop.name() + " in " + loop.range()));
  }

  /// The head of a counting loop: from the token `for` to before token `end`.
  private record CountingLoop(String name, String range, int end) {

    static Optional<CountingLoop> at(Tokens t, int head) {
      int i = t.is(head + 1, "(") ? head + 2 : head + 1;
      while (DECLARERS.contains(t.text(i))) {
        i++;
      }
      int name = i;
      if (t.is(name + 1, ":")) {
        i = name + 2;
      }
      int assign = t.are(i + 1, ":", "=") ? i + 2 : i + 1;
      int first = t.find(assign, ";");
      int second = first < 0 ? -1 : t.find(first + 1, ";");
      if (!t.isName(name) || !t.is(assign, "=") || second < 0) {
        return Optional.empty();
      }
      int end = t.find(second + 1, ")", "{");
      end = end < 0 ? closing(t, second + 1) : end;
      boolean same = t.text(first + 1).equals(t.text(name));
      if (!same || end < 0 || !t.is(first + 2, "<", "<=", ">", ">=", "!=")) {
        return Optional.empty();
      }
      String from = t.source(assign + 1, first);
      String bound = t.source(first + 3, second);
      String step = t.source(second + 1, end).replaceAll("\\s", "");
      return range(t.text(name), from, t.text(first + 2), bound, step)
          .map(range -> new CountingLoop(t.text(name), range, behind(t, second)));
    }

    private static int behind(Tokens t, int second) {
      int end = closing(t, second + 1);
      return t.is(end, ")") ? end + 1 : end;
    }

    /// The `)` that ends the head, or the `{` behind it.
    private static int closing(Tokens t, int from) {
      for (int i = from; i < t.size(); i++) {
        if (t.is(i, "(", "[")) {
          int close = t.close(i);
          if (close < 0) {
            return -1;
          }
          i = close;
        } else if (t.is(i, ")", "{")) {
          return i;
        }
      }
      return -1;
    }

    private static Optional<String> range(
        String name, String from, String compare, String bound, String step) {
      String by = step.replace(name, "");
      boolean up = by.equals("++") || by.startsWith("+=") || by.startsWith("=+");
      boolean down = by.equals("--") || by.startsWith("-=") || by.startsWith("=-");
      String width = by.length() > 2 ? by.substring(2) : "1";
      String range;
      if (up && compare.equals("<=")) {
        range = from + "..=" + bound;
      } else if (up && !compare.startsWith(">")) {
        range = from + ".." + bound;
      } else if (down && compare.equals(">=")) {
        range = "(" + bound + "..=" + from + ").rev()";
      } else if (down && compare.equals(">")) {
        range = "(" + bound + " + 1..=" + from + ").rev()";
      } else {
        return Optional.empty();
      }
      boolean one = width.equals("1");
      boolean wrapped = range.startsWith("(" + bound);
      String inner = wrapped || one ? range : "(" + range + ")";
      return Optional.of(one ? range : inner + ".step_by(" + width + ")");
    }
  }

  /// `for x of list`, `for x : list`, `foreach x in list` become `for x in list`.
  static void inLoop(Tokens tokens, Mends out) {
    int head = head(tokens, "for", "foreach", "For");
    if (head < 0) {
      return;
    }
    Edits edits = out.edits();
    boolean other = !tokens.is(head, "for");
    if (other) {
      edits.replace(tokens.get(head).range(), "for");
    }
    int i = tokens.is(head + 1, "each") ? head + 2 : head + 1;
    if (i > head + 1) {
      edits.delete(tokens.range(head + 1, head + 2));
    }
    int parenthesis = tokens.is(i, "(") ? tokens.close(i) : -1;
    boolean around = parenthesis > 0 && tokens.is(parenthesis + 1, "{");
    if (around) {
      edits.delete(tokens.get(i).range()).delete(tokens.get(parenthesis).range());
      i++;
    }
    while (tokens.is(i, "let", "var", "const", "auto")) {
      edits.delete(new TextRange(tokens.start(i), tokens.start(i + 1)));
      i++;
    }
    int pattern = tokens.is(i, "(") ? tokens.close(i) + 1 : i + 1;
    if (tokens.is(pattern, "of", ":", "=", "<-")) {
      boolean tight = tokens.start(pattern) == tokens.end(pattern - 1);
      edits.replace(tokens.get(pattern).range(), tight ? " in" : "in");
    } else if (!tokens.is(pattern, "in")) {
      return;
    }
    out.add("Write `for … in …`", 0, edits);
  }

  /// `range(0, 5)` becomes `0..5`.
  static void rangeCall(Tokens tokens, Mends out) {
    int at = tokens.at();
    int close = tokens.is(at + 1, "(") ? tokens.close(at + 1) : -1;
    if (!tokens.is(at, "range", "xrange") || close < 0) {
      return;
    }
    int comma = tokens.find(at + 2, ",");
    int second = comma < 0 ? -1 : tokens.find(comma + 1, ",");
    boolean postfix = tokens.is(close + 1, ".");
    String range;
    if (comma < 0) {
      range = "0.." + tokens.source(at + 2, close);
    } else {
      int end = second < 0 ? close : second;
      range = tokens.source(at + 2, comma) + ".." + tokens.source(comma + 1, end);
    }
    if (second > 0) {
      range = "(" + range + ").step_by(" + tokens.source(second + 1, close) + ")";
    } else if (postfix) {
      range = "(" + range + ")";
    }
    out.replace("Write the range as `" + range + "`", tokens.range(at, close + 1), range);
  }

  /// `do { … } while c;` becomes a `loop` with a `break` at its end.
  static void doWhile(Tokens tokens, Mends out) {
    int head = tokens.at();
    int close = tokens.is(head, "do") && tokens.is(head + 1, "{") ? tokens.close(head + 1) : -1;
    if (close < 0 || !tokens.is(close + 1, "while")) {
      return;
    }
    int end = tokens.find(close + 2, ";");
    if (end < 0) {
      return;
    }
    boolean wrapped = tokens.is(close + 2, "(") && tokens.close(close + 2) == end - 1;
    String condition = wrapped ? tokens.source(close + 3, end - 1) : tokens.source(close + 2, end);
    String indent = tokens.indent(head);
    String inner = indent + (indent.startsWith("\t") ? "\t" : "    ");
    String test =
        "%sif !(%s) {\n%s    break;\n%s}\n%s}".formatted(inner, condition, inner, inner, indent);
    int lineStart = tokens.start(close) - tokens.column(close);
    int from = tokens.startsLine(close) ? lineStart : tokens.start(close);
    out.add(
        "Loop with `loop` and `break` at the end",
        0,
        out.edits()
            .replace(tokens.get(head).range(), "loop")
            .replace(
                new TextRange(from, tokens.end(end)),
                tokens.startsLine(close) ? test : "\n" + test));
  }

  /// `outer: for` becomes `'outer: for`, `'outer for` becomes `'outer: for`.
  static void label(Tokens tokens, Mends out) {
    int at = tokens.at();
    for (int i = at - 1; i <= at; i++) {
      boolean loop = tokens.is(i + 2, "for", "while", "loop");
      if (tokens.isName(i) && tokens.is(i + 1, ":") && loop) {
        out.insert("Write the label as `'" + tokens.text(i) + "`", tokens.start(i), "'");
      }
    }
  }

  /// The loop's keyword on the line of the primary span at or before it, or -1.
  private static int head(Tokens tokens, String... words) {
    for (int i = tokens.at(); i >= tokens.lineStart(tokens.at()); i--) {
      if (tokens.is(i, words)) {
        return i;
      }
    }
    int next = tokens.at() + 1;
    return tokens.is(next, words) ? next : -1;
  }
}
