package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Calls and types of other languages that stand for a macro, a method or a form of Rust's.
final class ForeignCalls {
  private static final Map<List<String>, String> PRINTS =
      Map.of(
          List.of("console", ".", "log"), "println!",
          List.of("console", ".", "error"), "eprintln!",
          List.of("System", ".", "out", ".", "println"), "println!",
          List.of("System", ".", "out", ".", "print"), "print!",
          List.of("System", ".", "err", ".", "println"), "eprintln!",
          List.of("Console", ".", "WriteLine"), "println!",
          List.of("Console", ".", "Write"), "print!",
          List.of("fmt", ".", "Println"), "println!",
          List.of("fmt", ".", "Printf"), "print!");

  /// The first words of these calls: most tokens of a file are none of them.
  private static final Set<String> FOREIGN =
      PRINTS.keySet().stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());

  private ForeignCalls() {}

  /// `console.log(x)`, `System.out.println(x)` and the like of the file become `println!(x)`; what
  /// is no text gets `"{}"`.
  static void print(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!FOREIGN.contains(tokens.text(i))) {
        continue;
      }
      for (Map.Entry<List<String>, String> print : PRINTS.entrySet()) {
        List<String> path = print.getKey();
        int open = i + path.size();
        if (tokens.are(i, path.toArray(String[]::new)) && tokens.is(open, "(")) {
          boolean bare = !tokens.text(open + 1).startsWith("\"") && !tokens.is(open + 1, ")");
          boolean one = tokens.find(open + 1, ",", "+") < 0;
          edits.replace(tokens.range(i, open), print.getValue());
          if (bare && one) {
            edits.insert(tokens.end(open), "\"{}\", ");
          }
          count++;
        }
      }
    }
    if (count > 0) {
      out.add("Print with Rust's macro", 0, edits);
    }
  }

  /// `a ?? b` becomes `a.unwrap_or(b)`.
  static void orElse(Tokens tokens, Mends out) {
    int at = tokens.at();
    int sign = tokens.are(at - 2, "?", "?") ? at - 2 : tokens.are(at - 1, "?", "?") ? at - 1 : at;
    int end = tokens.find(sign + 2, ";", ",", "{");
    end = end < 0 ? closer(tokens, sign + 2) : end;
    if (tokens.are(sign, "?", "?") && end > sign + 2) {
      int from = tokens.end(sign - 1);
      int to = tokens.start(sign + 2);
      out.add(
          "Take the value or the other with `unwrap_or`",
          0,
          out.edits()
              .replace(new TextRange(from, to), ".unwrap_or(")
              .insert(tokens.end(end - 1), ")"));
    }
  }

  private static int closer(Tokens tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.isOpen(i)) {
        i = Math.max(i, tokens.close(i));
      } else if (tokens.isClose(i)) {
        return i;
      }
    }
    return -1;
  }

  /// Every type `Vec[T]` of the file becomes `Vec<T>`, `T[3]` becomes `[T; 3]` and `T[]` becomes
  /// `Vec<T>`.
  static void bracketType(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    boolean here = false;
    for (int open = 2; open < tokens.size(); open++) {
      int close = tokens.is(open, "[") ? tokens.close(open) : -1;
      boolean type =
          close > 0
              && tokens.is(open - 2, ":", "->", "<", "&")
              && CTypes.looksLikeType(tokens.text(open - 1))
              && !tokens.is(open - 1, "Self");
      if (type) {
        String name = tokens.text(open - 1);
        String inner = tokens.source(open + 1, close);
        edits.replace(tokens.range(open - 1, close + 1), listType(name, inner));
        here |= open == tokens.at();
        open = close;
      }
    }
    if (here) {
      out.add("Write the type in Rust's form", 0, edits);
    }
  }

  private static String listType(String name, String inner) {
    String element = CTypes.rust(name);
    if (inner.isEmpty()) {
      return "Vec<" + element + ">";
    }
    return inner.matches("[0-9]+|[A-Z_]{2,}")
        ? "[" + element + "; " + inner + "]"
        : name + "<" + inner + ">";
  }

  /// Lines of Markdown that fence the program are removed.
  static void fences(Tokens tokens, Mends out) {
    String text = tokens.site().text().string();
    Edits edits = out.edits();
    int from = 0;
    boolean any = false;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      String line = text.substring(from, next);
      if (line.strip().matches("(?:```|~~~)\\s*\\w*")) {
        int start = text.substring(0, from).getBytes(StandardCharsets.UTF_8).length;
        int length = line.getBytes(StandardCharsets.UTF_8).length;
        edits.delete(new TextRange(start, start + length));
        any = true;
      }
      from = next;
    }
    if (any) {
      out.add("Remove the fences of the text around", 0, edits);
    }
  }

  /// `assert_eq!(a == b)` becomes `assert_eq!(a, b)`.
  static void assertion(Tokens tokens, Mends out) {
    int open = tokens.at();
    while (open < tokens.size() && !tokens.is(open, "(", ";")) {
      open++;
    }
    if (tokens.isClose(tokens.at())) {
      open = tokens.open(tokens.at());
    }
    boolean equal = tokens.is(open - 2, "assert_eq", "debug_assert_eq");
    boolean unequal = tokens.is(open - 2, "assert_ne", "debug_assert_ne");
    int sign = open < 0 ? -1 : tokens.find(open + 1, equal ? "==" : "!=", ",");
    if ((equal || unequal) && sign > 0 && !tokens.is(sign, ",")) {
      out.replace(
          "Separate the two values with a comma",
          new TextRange(tokens.end(sign - 1), tokens.end(sign)),
          ",");
    }
  }

  /// `a =! b` in a condition becomes `a != b`.
  static void notEqual(Tokens tokens, Mends out) {
    for (int i = Math.max(1, tokens.at() - 1); i < Math.min(tokens.size(), tokens.at() + 8); i++) {
      boolean slip =
          tokens.are(i, "=", "!")
              && tokens.end(i) == tokens.start(i + 1)
              && tokens.end(i - 1) < tokens.start(i)
              && tokens.end(i + 1) < tokens.start(i + 2)
              && !tokens.is(tokens.statement(i), "let");
      if (slip) {
        out.add("Write `!=`", -8, out.edits().replace(tokens.range(i, i + 2), "!="));
        return;
      }
    }
  }

  /// `fn f<a>(x: &a str)` gets the apostrophes of the lifetime.
  static void apostrophes(Tokens tokens, Mends out) {
    int at = tokens.at();
    String name = tokens.text(at - 1);
    if (!tokens.is(at - 2, "&") || !name.matches("[a-z]\\w{0,3}") || !tokens.isName(at - 1)) {
      return;
    }
    Edits edits = out.edits();
    boolean declared = false;
    for (int i = 1; i < tokens.size(); i++) {
      boolean reference = tokens.is(i - 1, "&") && tokens.get(i + 1).isWord();
      boolean parameter = tokens.is(i - 1, "<") && tokens.is(i + 1, ">", ",", ":");
      if (tokens.is(i, name) && (reference || parameter)) {
        edits.insert(tokens.start(i), "'");
        declared |= parameter;
      }
    }
    if (declared) {
      out.add("Write the lifetime `'" + name + "`", 0, edits);
    }
  }
}
