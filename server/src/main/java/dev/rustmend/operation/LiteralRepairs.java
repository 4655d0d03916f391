package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Strings, characters, numbers and comments that the lexer could not read.
final class LiteralRepairs {
  private static final Pattern LINE = Pattern.compile("[^\\n]*\\n?");
  private static final Pattern COMMENT = Pattern.compile("(?<=[;,)}])\\s*//[^\"]*$");
  private static final Pattern TAIL = Pattern.compile("[\\s);,\\]}?]*$");
  private static final Pattern ARGUMENT =
      Pattern.compile("\\s*,\\s*&?[a-z_0-9][\\w.()\\[\\]:& ,*+-]*\\)\\s*;?\\s*$");
  private static final Pattern BARE_START =
      Pattern.compile("(?<=[(,=\\[]\\s{0,8})(?!(?:[bc]?r|[bc])\")(?=[A-Za-z_{][^\"(,=]*\"[^\"]*$)");

  private LiteralRepairs() {}

  /// A string that is not closed on its line is closed there. The lexer only notices at the end of
  /// the file, since every later quote is then taken for its opposite: the first line with an odd
  /// number of quotes is the place. A comment that ends the line is no part of the string.
  static void closeString(Tokens tokens, Mends out) {
    String text = tokens.site().text().string();
    Matcher lines = LINE.matcher(text);
    while (lines.find() && !lines.group().isEmpty()) {
      String line = lines.group().stripTrailing();
      if (odd(line)) {
        closeLine(tokens, out, lines.start(), COMMENT.matcher(line).replaceFirst(""));
        return;
      }
    }
  }

  private static void closeLine(Tokens tokens, Mends out, int start, String line) {
    Matcher bare = BARE_START.matcher(line);
    if (bare.find() && !line.substring(0, bare.start()).contains("\"")) {
      insert(tokens, out, "Open the string with `\"`", start + bare.start(), "\"", 0);
    }
    Matcher argument = ARGUMENT.matcher(line);
    int quote = line.lastIndexOf('"');
    if (argument.find(Math.max(0, quote + 1))) {
      insert(tokens, out, "Close the string with `\"`", start + argument.start(), "\"", 0);
    }
    Matcher tail = TAIL.matcher(line);
    if (tail.find(quote + 1)) {
      insert(tokens, out, "Close the string with `\"`", start + tail.start(), "\"", 1);
    }
    insert(tokens, out, "Close the string with `\"`", start + line.length(), "\"", 2);
    for (int i = line.length() - 1; i > tail.start(); i--) {
      insert(tokens, out, "Close the string with `\"`", start + i, "\"", 3);
    }
  }

  /// Whether a line has an unpaired double quote.
  private static boolean odd(String line) {
    boolean inside = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && inside) {
        i++;
      } else if (c == '"'
          && !(!inside
              && i > 0
              && i + 1 < line.length()
              && line.charAt(i - 1) == '\''
              && line.charAt(i + 1) == '\'')) {
        inside = !inside;
      } else if (!inside && line.startsWith("//", i)) {
        return false;
      }
    }
    return inside;
  }

  private static void insert(
      Tokens tokens, Mends out, String title, int position, String text, int penalty) {
    int offset = bytes(tokens.site().text().string(), position);
    out.add(title, penalty, out.edits().insert(offset, text));
  }

  /// The byte offset of a character position.
  private static int bytes(String text, int position) {
    return SourceText.of(text.substring(0, position)).length();
  }

  /// Quotes inside of a string are escaped: `"say "hi" now"`.
  static void innerQuotes(Tokens tokens, Mends out) {
    if (!textBetweenStrings(tokens)) {
      return;
    }
    String text = tokens.site().text().string();
    int position =
        new String(
                tokens.site().text().bytes(),
                0,
                tokens.site().primary().range().start(),
                StandardCharsets.UTF_8)
            .length();
    int start = text.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
    int end = text.indexOf('\n', position);
    String line = text.substring(start, end < 0 ? text.length() : end);
    int first = line.indexOf('"');
    int last = line.lastIndexOf('"');
    Edits edits = out.edits();
    int count = 0;
    for (int i = first + 1; i < last; i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == '"') {
        edits.insert(bytes(text, start + i), "\\");
        count++;
      }
    }
    if (count > 0 && count % 2 == 0) {
      out.add("Escape the quotes inside of the string", 0, edits);
    }
  }

  /// Whether words stand right behind a string and before another, as in `"say "hi" now"`.
  private static boolean textBetweenStrings(Tokens tokens) {
    int at = tokens.at();
    for (int i = Math.max(0, at - 6); i <= at; i++) {
      boolean string = tokens.get(i).kind() == TokenKind.STRING;
      boolean tight = tokens.end(i) == tokens.start(i + 1);
      if (string && tight && tokens.get(i + 1).isWord()) {
        int next = i + 1;
        while (tokens.get(next).isWord() || tokens.is(next, ".", "!", "?", "-")) {
          next++;
        }
        return tokens.get(next).kind() == TokenKind.STRING && !tokens.startsLine(next);
      }
    }
    return false;
  }

  /// An unknown escape gets its backslash doubled, with all others of the literal.
  static void escapes(Tokens tokens, Mends out) {
    int at = tokens.at();
    String literal = tokens.text(at);
    if (tokens.get(at).kind() != TokenKind.STRING || !literal.startsWith("\"")) {
      return;
    }
    Edits edits = out.edits();
    int count = 0;
    int offset = tokens.start(at);
    boolean path = literal.matches("(?s)\"[A-Za-z]:\\\\[^\\\\].*");
    for (int i = 0; i + 1 < literal.length(); i++) {
      if (literal.charAt(i) == '\\') {
        boolean known = !path && "nrt\\0\"'xu\n".indexOf(literal.charAt(i + 1)) >= 0;
        if (!known) {
          edits.insert(offset + bytes(literal, i), "\\");
          count++;
        } else {
          i++;
        }
      }
    }
    if (count > 0) {
      out.add("Double the backslash", 0, edits);
    }
  }

  /// A number gets a suffix that exists.
  static void suffix(Tokens tokens, Mends out) {
    int at = tokens.at();
    Matcher number =
        Pattern.compile("(0x[0-9a-fA-F_]+|0[ob][0-7_]+|[0-9][0-9_.]*?)_?([iuIU]\\d+|[A-Za-z]\\w*)")
            .matcher(tokens.text(at));
    if (!number.matches()) {
      return;
    }
    String digits = number.group(1);
    String suffix = number.group(2);
    String lower = suffix.toLowerCase(Locale.ROOT);
    List<String> better =
        switch (lower) {
          case "f", "float" -> digits.contains(".") ? List.of("f32", "") : List.of("f32", ".0");
          case "d", "double", "lf" -> List.of("f64", "");
          case "int", "i" -> List.of("i32", "");
          case "l", "long", "ll" -> List.of("i64", "");
          case "u", "uint" -> List.of("u32", "");
          case "ul", "ull" -> List.of("u64", "");
          default -> List.of(nearest(suffix));
        };
    int penalty = 0;
    for (String each : better) {
      out.add(
          each.isEmpty() ? "Remove the suffix `" + suffix + "`" : "Write `" + digits + each + "`",
          penalty,
          out.edits().replace(tokens.get(at).range(), digits + each));
      penalty += 2;
    }
  }

  private static String nearest(String suffix) {
    Matcher width = Pattern.compile("([iufIUF])(\\d+)").matcher(suffix);
    if (!width.matches()) {
      return "";
    }
    int bits = Integer.parseInt(width.group(2).substring(0, Math.min(4, width.group(2).length())));
    boolean real = width.group(1).equalsIgnoreCase("f");
    int next =
        real
            ? (bits <= 32 ? 32 : 64)
            : bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : bits <= 64 ? 64 : 128;
    return width.group(1).toLowerCase(Locale.ROOT) + next;
  }

  /// A block comment without an end is closed at the end of its first line.
  static void closeComment(Tokens tokens, Mends out) {
    SourceText text = tokens.site().text();
    int start = tokens.site().primary().range().start();
    byte[] bytes = text.bytes();
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    out.add("Close the comment with `*/`", 0, out.edits().insert(end, " */"));
    int blank = text.string().indexOf("\n\n", start);
    if (blank > 0 && bytes(text.string(), blank) != end) {
      out.add(
          "Close the comment with `*/` before the empty line",
          8,
          out.edits().insert(bytes(text.string(), blank), " */"));
    }
    int stray = text.slice(new TextRange(start, bytes.length)).indexOf("* /");
    if (stray > 0) {
      int at = start + bytes(text.slice(new TextRange(start, bytes.length)), stray);
      out.add("Write `*/`", 0, out.edits().replace(new TextRange(at, at + 3), "*/"));
    }
  }

  /// A raw string without its last `#` is closed at the next quote.
  static void closeRawString(Tokens tokens, Mends out) {
    SourceText text = tokens.site().text();
    int start = tokens.site().primary().range().start();
    String rest = text.slice(new TextRange(start, text.length()));
    Matcher raw = Pattern.compile("b?c?r(#+)\"").matcher(rest);
    if (raw.lookingAt()) {
      int line = rest.indexOf('\n');
      String first = line < 0 ? rest : rest.substring(0, line);
      int quote = first.indexOf('"', raw.end());
      int last = first.lastIndexOf('"');
      for (int at : new int[] {quote, last}) {
        if (at >= raw.end()) {
          int have = 0;
          while (at + 1 + have < rest.length() && rest.charAt(at + 1 + have) == '#') {
            have++;
          }
          String hashes = "#".repeat(Math.max(0, raw.group(1).length() - have));
          out.insert(
              "Close the raw string with `\"" + raw.group(1) + "`",
              start + bytes(rest, at + 1),
              hashes);
        }
      }
    }
  }

  /// A character literal without its end gets its quote, or becomes a string when it is longer.
  static void closeCharacter(Tokens tokens, Mends out) {
    SourceText text = tokens.site().text();
    int start = tokens.site().primary().range().start();
    String all = text.string();
    int from = new String(text.bytes(), 0, start, StandardCharsets.UTF_8).length();
    int end = all.indexOf('\n', from);
    String rest = all.substring(from, end < 0 ? all.length() : end);
    Matcher one = Pattern.compile("b?'(\\\\x..|\\\\u\\{\\w+}|\\\\.|[^\\\\'])").matcher(rest);
    boolean last = one.lookingAt() && rest.stripTrailing().length() == one.end();
    if (last && (rest.charAt(one.end() - 1) == ';' || rest.charAt(one.end() - 1) == ',')) {
      String tail = "'" + rest.charAt(one.end() - 1);
      out.insert("Close the character with `'`", bytes(all, from + one.end()), tail);
    }
    if (one.lookingAt()) {
      out.insert("Close the character with `'`", bytes(all, from + one.end()), "'");
    }
    int lineStart = all.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
    String line = all.substring(lineStart, end < 0 ? all.length() : end);
    Matcher quoted = Pattern.compile("'([^'\"]{2,})'").matcher(line);
    Edits edits = out.edits();
    boolean any = false;
    while (quoted.find()) {
      int open = bytes(all, lineStart + quoted.start());
      int close = bytes(all, lineStart + quoted.end() - 1);
      edits
          .replace(new TextRange(open, open + 1), "\"")
          .replace(new TextRange(close, close + 1), "\"");
      any = true;
    }
    if (any) {
      out.add("Put the text in double quotes", 0, edits);
    }
  }

  /// A `#` that begins a comment in other languages becomes `//`, with all others of the file.
  static void hashComments(Tokens tokens, Mends out) {
    String text = tokens.site().text().string();
    Matcher hash =
        Pattern.compile("(?m)(?:^|(?<=[;{},]))[ \\t]*(#)(?![\\[!]|include|define)(?=[ \\t\\w])")
            .matcher(text);
    Edits edits = out.edits();
    boolean any = false;
    while (hash.find()) {
      int at = bytes(text, hash.start(1));
      edits.replace(new TextRange(at, at + 1), "//");
      any = true;
    }
    if (any) {
      out.add("Begin the comment with `//`", 0, edits);
    }
  }
}
