package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.TextRange;

/// Slips of one or two signs that have one sensible reading.
final class SignSlips {
  private SignSlips() {}

  /// Every `vec[…]` of the file becomes `vec![…]`.
  static void vecBang(Tokens tokens, Mends out) {
    int open = tokens.enclosing(tokens.at());
    if (!isVec(tokens, open)) {
      return;
    }
    Edits edits = out.edits();
    for (int i = 1; i < tokens.size(); i++) {
      if (isVec(tokens, i)) {
        edits.insert(tokens.end(i - 1), "!");
      }
    }
    out.add("Call the macro `vec!`", 0, edits);
  }

  private static boolean isVec(Tokens tokens, int open) {
    return tokens.is(open, "[")
        && tokens.is(open - 1, "vec")
        && tokens.end(open - 1) == tokens.start(open);
  }

  /// Every `x =+ y` of the file becomes `x += y`.
  static void plusBeforeEquals(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    boolean here = false;
    for (int i = 1; i + 2 < tokens.size(); i++) {
      boolean slip =
          tokens.are(i, "=", "+")
              && tokens.end(i) == tokens.start(i + 1)
              && !tokens.is(tokens.statement(i), "let", "const", "static");
      if (slip) {
        edits.replace(tokens.range(i, i + 2), "+=");
        here |= tokens.at() == i + 1;
      }
    }
    if (here) {
      out.add("Write `+=`", 0, edits);
    }
  }

  /// The arms `1: x` of a `match` become `1 => x`.
  static void armColons(Tokens tokens, Mends out) {
    int at = tokens.at();
    int open = tokens.enclosing(at);
    int close = open < 0 ? -1 : tokens.close(open);
    if (close < 0 || !tokens.is(at, ":") || !isMatch(tokens, open)) {
      return;
    }
    Edits edits = out.edits();
    for (int i = open + 1; i < close; i++) {
      if (tokens.isOpen(i)) {
        i = Math.max(i, tokens.close(i));
      } else if (tokens.is(i, ":") && tokens.get(i - 1).kind() != TokenKind.LIFETIME) {
        int from = tokens.end(i - 1);
        String arrow = tokens.end(i) == tokens.start(i + 1) ? " => " : " =>";
        edits.replace(new TextRange(from, tokens.end(i)), arrow);
      }
    }
    out.add("Write `=>` between pattern and value", 0, edits);
  }

  private static boolean isMatch(Tokens tokens, int open) {
    if (!tokens.is(open, "{")) {
      return false;
    }
    for (int i = tokens.statement(open - 1); i < open; i++) {
      if (tokens.is(i, "match")) {
        return true;
      }
    }
    return false;
  }

  /// A result of several types, `-> A, B {`, becomes the tuple `-> (A, B) {`.
  static void resultTuple(Tokens tokens, Mends out) {
    int at = tokens.at();
    int arrow = at;
    while (arrow > 0 && !tokens.is(arrow, "->", "{", "}", ";")) {
      arrow--;
    }
    int end = tokens.find(at, "{", "where", ";");
    boolean list =
        tokens.is(at, ",")
            && tokens.is(arrow, "->")
            && tokens.enclosing(arrow) == tokens.enclosing(at);
    if (list && end > at + 1) {
      out.add(
          "Return a tuple",
          0,
          out.edits().insert(tokens.start(arrow + 1), "(").insert(tokens.end(end - 1), ")"));
    }
  }

  /// `extern "C" { … }` gets the `unsafe` that editions since 2024 ask for: the calls in it are
  /// unsafe already.
  static void unsafeExtern(Tokens tokens, Mends out) {
    if (tokens.is(tokens.at(), "extern")) {
      out.insert("Declare the block `unsafe extern`", tokens.start(tokens.at()), "unsafe ");
    }
  }

  /// `async fn main` that waits for nothing loses its `async`.
  static void plainMain(Tokens tokens, Mends out) {
    int word = tokens.at();
    while (tokens.is(word, "pub")) {
      word++;
    }
    int open = tokens.find(word, "{");
    int close = open < 0 ? -1 : tokens.close(open);
    if (!tokens.are(word, "async", "fn", "main") || close < 0) {
      return;
    }
    for (int i = open; i < close; i++) {
      if (tokens.is(i, "await")) {
        return;
      }
    }
    out.replace("Remove `async`", new TextRange(tokens.start(word), tokens.start(word + 1)), "");
  }
}
