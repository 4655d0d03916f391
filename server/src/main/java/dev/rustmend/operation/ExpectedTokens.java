package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts in, takes out or exchanges one token at the place where rustc's parser stopped.
///
/// The message names the tokens with which it could have gone on: ``expected one of `,`, `.`, or
/// `}`, found `x` ``. What joins two values (an operator, a dot) is not put in: which one the
/// author means can not be seen.
final class ExpectedTokens {
  private static final Pattern MESSAGE =
      Pattern.compile("(?:expected|unexpected) (.*?), found (.*)", Pattern.DOTALL);
  private static final Set<String> SIGNS = Set.of("=>", "->", "=", ":", "::");
  private static final Set<String> CONFUSED =
      Set.of("=>", "->", "=", ":", "==", "::", ";", ",", ".", ">=", "|");
  private static final List<String> CLOSERS = List.of(")", "]", ">");
  private static final Set<String> REMOVABLE = Set.of(",", ";", ":", ".", ">");

  private ExpectedTokens() {}

  static void mend(Tokens tokens, Mends out) {
    Matcher message = MESSAGE.matcher(tokens.site().diagnostic().message());
    if (!message.matches()) {
      return;
    }
    List<String> expected = Site.quoted(message.group(1));
    int at = tokens.at();
    int before = tokens.end(at - 1);
    bang(tokens, out, expected);
    if (expected.contains(";") && (tokens.startsLine(at) || endsCall(tokens, at - 1))) {
      out.insert("Insert `;`", before, ";");
    }
    if (expected.contains(",")) {
      comma(tokens, out);
    }
    signs(tokens, out, expected);
    if (expected.contains(">")) {
      angle(tokens, out);
    }
    boolean ends = tokens.is(at, ";", "{", "=", ")", ",") || tokens.startsLine(at);
    for (String closer : CLOSERS) {
      if (ends && expected.contains(closer)) {
        out.add("Insert `" + closer + "`", 1, out.edits().insert(before, closer));
      }
    }
    remove(tokens, out);
  }

  /// The `!` of `vec[value; count]`, where the parser stops at the semicolon.
  private static void bang(Tokens tokens, Mends out, List<String> expected) {
    int open = tokens.enclosing(tokens.at());
    if (expected.contains("!") && open > 0 && tokens.is(open, "[") && tokens.is(open - 1, "vec")) {
      out.insert("Insert `!` behind `vec`", tokens.end(open - 1), "!");
    }
  }

  /// Whether a call or a block ends with the token, and no `(int)` as other languages cast.
  private static boolean endsCall(Tokens tokens, int close) {
    int open = tokens.is(close, ")") ? tokens.open(close) : -1;
    boolean call =
        open > 0 && (tokens.get(open - 1).isWord() || tokens.is(open - 1, "!", ">", ")"));
    return tokens.is(close, "}") || call;
  }

  /// The `>` that a type before a `=` lacks: `let v: Vec<u8 = …`.
  private static void angle(Tokens tokens, Mends out) {
    int depth = 0;
    for (int i = tokens.statement(Math.max(0, tokens.at() - 1)); i < tokens.at(); i++) {
      depth += tokens.is(i, "<") ? 1 : tokens.is(i, ">") ? -1 : 0;
      if (tokens.is(i, "=") && depth > 0 && tokens.get(i + 1).isWord()) {
        out.insert("Close the type with `>`", tokens.end(i - 1), ">".repeat(depth));
        return;
      }
    }
  }

  /// A comma is put in before what can begin an element, and in place of a semicolon.
  private static void comma(Tokens tokens, Mends out) {
    int at = tokens.at();
    int head = tokens.lineStart(at);
    if (tokens.is(at, ";")) {
      out.replace("Write `,` instead of `;`", tokens.get(at).range(), ",");
    } else if (tokens.is(at, "=>")) {
      out.insert("Insert `,` behind the arm before", tokens.end(head - 1), ",");
    } else if (!tokens.is(head, "for", "while", "if", "let") || tokens.enclosing(at) > head + 1) {
      boolean begins =
          tokens.get(at).isWord()
              || tokens.get(at).kind().isLiteral()
              || tokens.isOpen(at)
              || tokens.is(at, "#", "&", "-", "!", "'");
      if (begins) {
        out.insert("Insert `,`", tokens.end(at - 1), ",");
      }
    }
  }

  private static void signs(Tokens tokens, Mends out, List<String> expected) {
    int at = tokens.at();
    String found = tokens.text(at);
    for (String sign : expected) {
      if (!SIGNS.contains(sign) || found.isEmpty()) {
        continue;
      }
      if (sign.equals("::") && !joinsPath(tokens, at)) {
        continue;
      }
      if (CONFUSED.contains(found) && !tokens.startsLine(at)) {
        boolean close = sign.equals(":") || sign.equals("::");
        int from = close ? tokens.end(at - 1) : tokens.start(at);
        out.replace(
            "Write `%s` instead of `%s`".formatted(sign, found),
            new TextRange(from, tokens.end(at)),
            sign);
      }
      if (tokens.is(at, ",", ")", "}", ";", "]")) {
        continue;
      }
      boolean tight = sign.equals("::") || sign.equals(":");
      out.add(
          "Insert `" + sign + "`",
          1,
          out.edits().insert(tokens.end(at - 1), tight ? sign : " " + sign));
    }
    if (expected.contains("in")) {
      out.insert("Insert `in`", tokens.end(at - 1), " in");
    }
    if (expected.contains("{") && tokens.is(at, ";") && tokens.is(at - 1, ")", "]")) {
      out.replace("Remove `;`", tokens.get(at).range(), "");
    }
  }

  /// Whether `::` may be what is missing: it is expected behind every name. A `.` or `:` stands in
  /// its place, or a type or module is before.
  private static boolean joinsPath(Tokens tokens, int at) {
    String before = tokens.text(at - 1);
    boolean type = !before.isEmpty() && Character.isUpperCase(before.charAt(0));
    return tokens.is(at, ":", ".")
        || tokens.is(at, "<")
        || (tokens.get(at).isWord()
            && !tokens.startsLine(at)
            && (type || tokens.is(at - 1, "std", "core", "alloc", "crate", "super")));
  }

  private static void remove(Tokens tokens, Mends out) {
    int at = tokens.at();
    for (int i : new int[] {at, at - 1}) {
      boolean compares = tokens.is(i, ">") && !tokens.get(i - 1).isWord() && !tokens.is(i - 1, ">");
      if (REMOVABLE.contains(tokens.text(i)) && !compares) {
        TextRange range = tokens.get(i).range();
        out.add("Remove the surplus `" + tokens.text(i) + "`", 4, out.edits().delete(range));
      }
    }
  }
}
