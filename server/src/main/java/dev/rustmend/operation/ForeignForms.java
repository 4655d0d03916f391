package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.TextRange;
import java.util.Set;

/// Expressions and statements of other languages that Rust has under another form: casts, steps,
/// membership, several values at once.
final class ForeignForms {
  private static final Set<String> BEHIND =
      Set.of(
          "{", ".", "?", "&", "|", "=", "<", ">", "+", "-", "*", "/", "%", "&&", "||", "==", "!=",
          "<=", ">=", ";", ",", ")", "as", "..", "..=", "^", "<<", ">>");

  private ForeignForms() {}

  /// `(int) x` and `(f64) x` become `x as i32` and `x as f64`.
  static void cast(Tokens tokens, Mends out) {
    int at = tokens.at();
    String type = CTypes.rust(tokens.text(at - 2));
    boolean cast =
        tokens.is(at - 1, ")")
            && tokens.is(at - 3, "(")
            && type.matches("[iu](8|16|32|64|128|size)|f32|f64|char|bool")
            && !tokens.get(at - 4).isWord();
    int end = operandEnd(tokens, at);
    if (cast && end > at) {
      boolean more = tokens.is(end, "<", "<<");
      String text = tokens.source(at, end) + " as " + type;
      out.replace("Cast with `as`", tokens.range(at - 3, end), more ? "(" + text + ")" : text);
    }
  }

  /// The end of a name, literal or call with what is read from it.
  private static int operandEnd(Tokens tokens, int from) {
    int i = from;
    boolean wanted = true;
    while (i < tokens.size()) {
      if (tokens.is(i, "(", "[") && (!wanted || i == from)) {
        i = tokens.close(i) + 1;
        wanted = false;
      } else if (wanted && (tokens.get(i).isWord() || tokens.get(i).kind().isLiteral())) {
        i++;
        wanted = false;
      } else if (!wanted && tokens.is(i, ".", "::")) {
        i++;
        wanted = true;
      } else {
        break;
      }
      if (i <= 0) {
        return -1;
      }
    }
    return wanted ? -1 : i;
  }

  /// `in a..b step n {` becomes `in (a..b).step_by(n) {`.
  static void step(Tokens tokens, Mends out) {
    int at = tokens.at();
    int in = at;
    while (in > 0 && !tokens.is(in, "in", ";", "{", "}")) {
      in--;
    }
    int open = tokens.find(at, "{");
    if (!tokens.is(at, "step", "by") || !tokens.is(in, "in") || open <= at + 1) {
      return;
    }
    String range = tokens.source(in + 1, at);
    String text =
        (range.startsWith("(") ? range : "(" + range + ")")
            + ".step_by("
            + tokens.source(at + 1, open)
            + ")";
    out.replace("Step through the range with `step_by`", tokens.range(in + 1, open), text);
  }

  /// `x in list` as a condition becomes `list.contains(&x)`, `x not in list` its opposite.
  static void membership(Tokens tokens, Mends out) {
    int in = tokens.is(tokens.at(), "not") ? tokens.at() + 1 : tokens.at();
    boolean not = tokens.is(in - 1, "not");
    int from = not ? in - 1 : in;
    int first = from;
    while (first > 0 && !tokens.is(first - 1, "if", "while", "&&", "||", "(", "!", "=", ",")) {
      if (tokens.isClose(first - 1)) {
        first = Math.max(1, tokens.open(first - 1));
      }
      first--;
    }
    int end = tokens.find(in + 1, "{", "&&", "||", ",", ";");
    boolean condition =
        tokens.is(in, "in")
            && first < from
            && tokens.is(first - 1, "if", "while", "&&", "||", "!", "=");
    if (!condition || end <= in + 1) {
      return;
    }
    String item = tokens.source(first, from);
    String list = tokens.source(in + 1, end);
    String receiver = list.contains("..") && !list.startsWith("(") ? "(" + list + ")" : list;
    boolean text = item.startsWith("\"") || item.startsWith("'");
    String head = (not ? "!" : "") + receiver;
    TextRange range = tokens.range(first, end);
    String title = "Ask `" + receiver + "` whether it contains it";
    out.add(title, text ? 3 : 0, out.edits().replace(range, head + ".contains(&" + item + ")"));
    if (text) {
      out.add(title, 0, out.edits().replace(range, head + ".contains(" + item + ")"));
    }
    out.add(
        "Ask `" + receiver + "` for the key",
        4,
        out.edits().replace(range, head + ".contains_key(" + (text ? "" : "&") + item + ")"));
  }

  /// `let a, b = 1, 2;` and `a, b = b, a;` become assignments of tuples.
  static void severalAtOnce(Tokens tokens, Mends out) {
    int at = tokens.at();
    int first = tokens.statement(at);
    if (tokens.is(first, "return")) {
      returned(tokens, out, first + 1);
      return;
    }
    if (index(tokens, out)) {
      return;
    }
    int names = tokens.is(first, "let") ? first + 1 : first;
    int equals = tokens.find(names, "=", ";");
    int end = equals < 0 ? -1 : tokens.find(equals, ";");
    boolean list =
        tokens.is(equals, "=")
            && end > equals + 1
            && commas(tokens, names, equals) > 0
            && !tokens.is(names, "(");
    if (!list) {
      return;
    }
    Edits edits = out.edits().insert(tokens.start(names), "(").insert(tokens.end(equals - 1), ")");
    int values = commas(tokens, equals + 1, end);
    if (values == commas(tokens, names, equals)) {
      edits.insert(tokens.start(equals + 1), "(").insert(tokens.end(end - 1), ")");
    } else if (values > 0) {
      return;
    }
    out.add("Put the names in a tuple", 0, edits);
  }

  /// `return a, b;` becomes `return (a, b);`.
  private static void returned(Tokens tokens, Mends out, int from) {
    int end = tokens.find(from, ";");
    if (end > from && commas(tokens, from, end) > 0) {
      out.add(
          "Return a tuple",
          0,
          out.edits().insert(tokens.start(from), "(").insert(tokens.end(end - 1), ")"));
    }
  }

  /// `grid[i, j]` becomes `grid[i][j]`; true when it is one.
  private static boolean index(Tokens tokens, Mends out) {
    int open = tokens.enclosing(tokens.at());
    int close = open < 0 ? -1 : tokens.close(open);
    boolean index =
        tokens.is(open, "[")
            && close > open
            && !tokens.is(open - 1, "vec")
            && (tokens.isName(open - 1) || tokens.is(open - 1, ")", "]"))
            && tokens.end(open - 1) == tokens.start(open);
    if (!index) {
      return false;
    }
    Edits edits = out.edits();
    for (int i = tokens.find(open + 1, ","); i > 0 && i < close; i = tokens.find(i + 1, ",")) {
      edits.replace(new TextRange(tokens.start(i), tokens.start(i + 1)), "][");
    }
    out.add("Index once for each dimension", 0, edits);
    return true;
  }

  private static int commas(Tokens tokens, int from, int to) {
    int count = 0;
    for (int i = tokens.find(from, ","); i > 0 && i < to; i = tokens.find(i + 1, ",")) {
      count++;
    }
    return count;
  }

  /// `println! "text", x;` gets its parentheses.
  static void macroParentheses(Tokens tokens, Mends out) {
    int at = tokens.at();
    int end = tokens.find(at, ";");
    boolean bare = tokens.is(at - 1, "!") && tokens.get(at - 2).isWord() && !tokens.isOpen(at);
    if (bare && end > at) {
      int from = tokens.end(at - 1);
      int to = tokens.start(at);
      out.add(
          "Put the arguments in parentheses",
          0,
          out.edits()
              .replace(new TextRange(from, to), "(")
              .insert(tokens.end(end - 1), ")"));
    }
  }

  /// A `self` that is not the first parameter becomes the first.
  static void selfFirst(Tokens tokens, Mends out) {
    int at = tokens.at();
    int open = tokens.enclosing(at);
    int end = at;
    while (tokens.is(end, "&", "mut", "self") || tokens.get(end).kind() == TokenKind.LIFETIME) {
      end++;
    }
    if (open < 0 || !tokens.is(end - 1, "self") || !tokens.is(at - 1, ",") || open + 1 >= at) {
      return;
    }
    out.add(
        "Put `" + tokens.source(at, end) + "` first",
        0,
        out.edits()
            .insert(tokens.start(open + 1), tokens.source(at, end) + ", ")
            .delete(new TextRange(tokens.end(at - 2), tokens.end(end - 1))));
  }

  /// An arm `> 5 => x` compares the matched value in a guard: `n if n > 5 => x`.
  static void comparingArm(Tokens tokens, Mends out) {
    int at = tokens.at();
    int open = tokens.enclosing(at);
    int match = open;
    while (match > 0 && !tokens.is(match, "match", ";", "}")) {
      match--;
    }
    boolean arm =
        tokens.is(open, "{")
            && tokens.is(match, "match")
            && tokens.is(at, "<", ">", "<=", ">=", "==", "!=")
            && tokens.is(at - 1, "{", ",", "}");
    if (!arm) {
      return;
    }
    boolean named = open == match + 2 && tokens.isName(match + 1);
    String value = named ? tokens.text(match + 1) : "value";
    Edits edits = out.edits();
    int close = tokens.close(open);
    for (int i = open + 1; i < close; i++) {
      boolean starts =
          tokens.is(i, "<", ">", "<=", ">=", "==", "!=") && tokens.is(i - 1, "{", ",", "}");
      if (starts && tokens.enclosing(i) == open) {
        edits.insert(tokens.start(i), (named ? "_" : value) + " if " + value + " ");
      }
    }
    out.add("Compare in a guard", 0, edits);
  }

  /// `if (c) f();`, `while (c) f();` and `else f();` get braces around what they do, all of the
  /// file at once.
  static void braces(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int body = bareBody(tokens, i);
      int end = body < 0 ? -1 : tokens.find(body, ";");
      if (end < 0 || tokens.is(body, "if", "while", "for", "match", "{", "}")) {
        continue;
      }
      count++;
      if (tokens.startsLine(body)) {
        edits.insert(tokens.end(body - 1), " {");
        edits.insert(
            tokens.end(end),
            "\n" + tokens.indent(i) + "}" + (tokens.is(end + 1, "else") ? " " : ""));
        if (tokens.is(end + 1, "else") && tokens.startsLine(end + 1)) {
          int from = tokens.end(end);
          int to = tokens.start(end + 1);
          edits.delete(new TextRange(from, to));
        }
      } else {
        edits.insert(tokens.start(body), "{ ").insert(tokens.end(end), " }");
      }
    }
    if (count > 1) {
      out.add("Put the bodies in braces", 0, edits);
    }
  }

  /// The first token of a body without braces that the head at `i` has; -1 when it has none.
  private static int bareBody(Tokens tokens, int i) {
    if (tokens.is(i, "else")) {
      return tokens.is(i + 1, "{", "if") ? -1 : i + 1;
    }
    if (!tokens.is(i, "if", "while", "for")) {
      return -1;
    }
    if (tokens.is(i + 1, "(") && tokens.close(i + 1) > 0) {
      int next = tokens.close(i + 1) + 1;
      if (!BEHIND.contains(tokens.text(next))) {
        return next;
      }
    }
    int last = tokens.lineEnd(i);
    boolean open = tokens.find(i, "{") < 0 || tokens.find(i, "{") > last;
    boolean deeper =
        tokens.column(last + 1) > tokens.column(i) && !BEHIND.contains(tokens.text(last + 1));
    return open && deeper && !BEHIND.contains(tokens.text(last)) && tokens.startsLine(last + 1)
        ? last + 1
        : -1;
  }

  /// `derive(Debug)` above an item gets the `#[…]` of an attribute.
  static void bareDerive(Tokens tokens, Mends out) {
    int at = tokens.at();
    int close = tokens.is(at + 1, "(") ? tokens.close(at + 1) : -1;
    if (tokens.is(at, "derive") && tokens.startsLine(at) && close > 0) {
      out.add(
          "Write the attribute in `#[…]`",
          0,
          out.edits().insert(tokens.start(at), "#[").insert(tokens.end(close), "]"));
    }
  }
}
