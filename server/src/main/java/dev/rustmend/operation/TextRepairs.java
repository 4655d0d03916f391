package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;

/// Texts that are put together as in other languages, turned into format strings.
final class TextRepairs {
  private TextRepairs() {}

  /// `"a " + x + " b"` as arguments becomes `"a {} b", x`.
  static void concatenation(Tokens tokens, Mends out) {
    int open = tokens.enclosing(tokens.at());
    int close = open < 0 ? -1 : tokens.close(open);
    if (close < 0 || !tokens.is(open - 1, "!")) {
      return;
    }
    boolean concat = tokens.is(open - 2, "concat");
    int first = open + 1;
    while (first < close && tokens.get(first).kind() != TokenKind.STRING && !concat) {
      first++;
    }
    var text = new StringBuilder();
    var arguments = new StringBuilder();
    int from = first;
    int pieces = 0;
    while (from < close) {
      int sign = tokens.find(from, "+", ",");
      int to = sign < 0 || sign > close ? close : sign;
      boolean literal = to == from + 1 && tokens.text(from).startsWith("\"");
      if ((!concat && tokens.is(to, ",")) || tokens.text(from).startsWith("r")) {
        return;
      }
      if (literal) {
        String piece = tokens.text(from);
        text.append(piece, 1, piece.length() - 1);
      } else {
        text.append("{}");
        arguments.append(", ").append(tokens.source(from, to).replaceFirst("^&", ""));
      }
      pieces++;
      from = to + 1;
    }
    if (pieces > 1 && !arguments.isEmpty()) {
      Edits edits = out.edits().replace(tokens.range(first, close), "\"" + text + "\"" + arguments);
      if (concat) {
        edits.replace(tokens.get(open - 2).range(), "format");
      }
      out.add("Write `{}` in the text and pass the values", 0, edits);
    }
  }

  /// `f"…"` and `$"…"` become a plain text inside of a formatting macro and `format!` elsewhere.
  static void prefix(Tokens tokens, Mends out) {
    int at = tokens.at();
    int string = at + 1;
    boolean tight =
        tokens.end(at) == tokens.start(string) && tokens.get(string).kind() == TokenKind.STRING;
    if (!tight || tokens.text(at).length() > 2) {
      return;
    }
    boolean macro =
        tokens.is(at - 1, "(", ",")
            && tokens.enclosing(at) > 0
            && tokens.is(tokens.enclosing(at) - 1, "!");
    if (macro) {
      out.replace("Remove the prefix `" + tokens.text(at) + "`", tokens.get(at).range(), "");
    } else {
      out.add(
          "Build the text with `format!`",
          0,
          out.edits().replace(tokens.get(at).range(), "format!(").insert(tokens.end(string), ")"));
    }
  }
}
