package dev.rustmend.operation;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;

/// Attributes and documentation comments that are spelled wrong or stand where nothing follows.
final class AttributeRepairs {
  private AttributeRepairs() {}

  /// `[derive(X)]`, `@derive(X)`, `#(derive(X))`, `#derive(X)` become `#[derive(X)]`; a semicolon
  /// behind an attribute is removed.
  static void spelling(Tokens tokens, Mends out) {
    for (int i = Math.max(0, tokens.at() - 1); i <= tokens.at() + 1; i++) {
      boolean first = tokens.startsLine(i);
      if (first && tokens.is(i, "[") && tokens.isName(i + 1) && tokens.close(i) > 0) {
        out.insert("Begin the attribute with `#`", tokens.start(i), "#");
      }
      int name = i + 1;
      boolean sign =
          first
              && tokens.is(i, "@", "#")
              && tokens.isName(name)
              && !tokens.is(name, "include", "define");
      if (sign) {
        int end = tokens.is(name + 1, "(") ? tokens.close(name + 1) : name;
        if (end > 0) {
          out.add(
              "Write the attribute in `#[…]`",
              0,
              out.edits().replace(tokens.get(i).range(), "#[").insert(tokens.end(end), "]"));
        }
      }
      if (first && tokens.is(i, "#") && tokens.is(name, "(", "{") && tokens.close(name) > 0) {
        out.add(
            "Write the attribute in `#[…]`",
            0,
            out.edits()
                .replace(tokens.get(name).range(), "[")
                .replace(tokens.get(tokens.close(name)).range(), "]"));
      }
      if (tokens.is(i, "#") && tokens.is(name, "[") && tokens.is(tokens.close(name) + 1, ";")) {
        out.replace(
            "Remove `;` behind the attribute", tokens.get(tokens.close(name) + 1).range(), "");
      }
    }
  }

  /// An attribute behind which nothing stands is moved before the item or statement before it.
  static void moveUp(Tokens tokens, Mends out) {
    int at = tokens.at();
    int hash = tokens.is(at, "#") ? at : -1;
    int close = hash >= 0 && tokens.is(hash + 1, "[") ? tokens.close(hash + 1) : -1;
    if (close < 0
        || !tokens.startsLine(hash)
        || !(tokens.isClose(close + 1) || close + 1 == tokens.size())) {
      return;
    }
    int item = hash - 1;
    while (item > 0
        && !(tokens.startsLine(item)
            && tokens.column(item) == tokens.column(hash)
            && !tokens.isClose(item))) {
      item--;
    }
    if (hasAttribute(tokens, item, tokens.text(hash + 2))) {
      return; // it is for an item that is missing
    }
    String text = tokens.source(hash, close + 1);
    int from = tokens.endOfLine(hash - 1);
    out.add(
        "Move the attribute before what it is about",
        0,
        out.edits()
            .insert(tokens.start(item), text + "\n" + tokens.indent(item))
            .delete(new TextRange(from, tokens.end(close))));
  }

  /// Whether the item at `item` has an attribute of this name.
  private static boolean hasAttribute(Tokens tokens, int item, String name) {
    int end = item - 1;
    while (tokens.is(end, "]")) {
      int open = tokens.open(end);
      if (open < 0 || tokens.is(open + 1, name)) {
        return open >= 0;
      }
      end = open - 2;
    }
    return false;
  }

  /// A documentation comment that documents nothing becomes a plain one; so does each directly
  /// above and below it.
  static void plainComment(Tokens tokens, Mends out) {
    SourceText text = tokens.site().text();
    byte[] bytes = text.bytes();
    int at = tokens.site().primary().range().start();
    int from = lineStart(bytes, at);
    while (from > 0 && isDoc(text, bytes, lineStart(bytes, from - 1))) {
      from = lineStart(bytes, from - 1);
    }
    Edits edits = out.edits();
    boolean any = false;
    for (int line = from; line < bytes.length; line = lineEnd(bytes, line) + 1) {
      int start = line == lineStart(bytes, at) ? at : firstLetter(bytes, line);
      String comment = text.slice(new TextRange(start, lineEnd(bytes, line)));
      if (comment.startsWith("/**") || comment.startsWith("/*!")) {
        edits.delete(new TextRange(start + 2, start + 3));
        any = true;
        break;
      }
      if (!comment.startsWith("///") && !comment.startsWith("//!")) {
        break;
      }
      edits.delete(new TextRange(start + 2, start + 3));
      any = true;
    }
    if (any) {
      out.add("Make it a plain comment", 0, edits);
    }
  }

  private static boolean isDoc(SourceText text, byte[] bytes, int line) {
    String comment = text.slice(new TextRange(line, lineEnd(bytes, line))).strip();
    return comment.startsWith("///") || comment.startsWith("//!");
  }

  private static int firstLetter(byte[] bytes, int line) {
    int i = line;
    while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    return i;
  }

  private static int lineStart(byte[] bytes, int at) {
    int i = at;
    while (i > 0 && bytes[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  private static int lineEnd(byte[] bytes, int at) {
    int i = at;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /// An inner attribute is moved to the top of its file or block.
  static void innerToTop(Tokens tokens, Mends out) {
    int hash = tokens.at();
    int close = tokens.are(hash, "#", "!", "[") ? tokens.close(hash + 2) : -1;
    if (close < 0) {
      return;
    }
    int open = tokens.enclosing(hash);
    String text = tokens.source(hash, close + 1);
    int from = hash == 0 ? 0 : tokens.endOfLine(hash - 1);
    Edits edits =
        out.edits().delete(new TextRange(Math.min(from, tokens.start(hash)), tokens.end(close)));
    if (open < 0) {
      int first = 0;
      while (tokens.are(first, "#", "!", "[") && first < hash) {
        first = tokens.close(first + 2) + 1;
      }
      edits.insert(first == 0 ? 0 : tokens.startWithComments(first), text + "\n");
      out.add("Move the attribute to the top of the file", 0, edits);
    } else if (tokens.is(open, "{")) {
      edits.insert(tokens.end(open), "\n" + tokens.indent(hash) + text);
      out.add("Move the attribute to the top of the block", 0, edits);
    }
  }
}
