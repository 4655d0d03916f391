package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Calls and macros as other languages write them, or with their parts in another order.
final class CallHabits {
  private static final String[] PRINTS = {"print", "println", "puts", "echo", "say", "printf"};
  private static final Pattern HEX = Pattern.compile("\\\\x([89a-fA-F][0-9a-fA-F])");

  private CallHabits() {}

  /// `print "text";` becomes `println!("text");`.
  static void printStatement(Tokens tokens, Mends out) {
    int at = tokens.at();
    int word = at - 1;
    boolean begins = tokens.is(word - 1, ";", "{", "}") || tokens.startsLine(word);
    boolean text = tokens.get(at).kind() == TokenKind.STRING && !tokens.text(at).contains("%");
    if (!begins || !text || !tokens.is(word, PRINTS)) {
      return;
    }
    int end = tokens.find(at, ";");
    boolean alone = end == at + 1;
    boolean filled = end > at && tokens.is(at + 1, ",") && tokens.text(at).contains("{");
    if (alone || filled) {
      out.add(
          "Print it with `println!`",
          0,
          out.edits()
              .replace(new TextRange(tokens.start(word), tokens.start(at)), "println!(")
              .insert(tokens.end(end - 1), ")"));
    }
  }

  /// `list.map { |x| x + 1 }` becomes `list.map(|x| x + 1)`.
  static void trailingClosure(Tokens tokens, Mends out) {
    int open = tokens.at();
    int close = tokens.close(open);
    boolean method = tokens.isName(open - 1) && tokens.is(open - 2, ".");
    boolean closure = tokens.is(open, "{") && tokens.is(open + 1, "|", "||", "move");
    if (!method || !closure || close < 0 || tokens.find(open + 1, ";") >= 0) {
      return;
    }
    int name = tokens.end(open - 1);
    int first = tokens.start(open + 1);
    out.add(
        "Pass the closure in parentheses",
        0,
        out.edits()
            .replace(new TextRange(name, first), "(")
            .replace(new TextRange(tokens.end(close - 1), tokens.end(close)), ")"));
  }

  /// Arguments with a name are moved behind those without.
  static void namedLast(Tokens tokens, Mends out) {
    int open = tokens.enclosing(tokens.at());
    int close = open < 0 ? -1 : tokens.close(open);
    if (close < 0 || !tokens.is(open - 1, "!")) {
      return;
    }
    var plain = new ArrayList<String>();
    var named = new ArrayList<String>();
    int from = open + 1;
    int end = close;
    while (from < close) {
      int comma = tokens.find(from, ",");
      int to = comma < 0 || comma > close ? close : comma;
      boolean name = tokens.isName(from) && tokens.is(from + 1, "=");
      (name ? named : plain).add(tokens.source(from, to));
      end = to;
      from = to + 1;
    }
    if (!named.isEmpty() && plain.stream().noneMatch(String::isEmpty)) {
      plain.addAll(named);
      out.replace(
          "Put the named arguments last", tokens.range(open + 1, end), String.join(", ", plain));
    }
  }

  /// What a macro makes is put in braces.
  static void macroBody(Tokens tokens, Mends out) {
    int at = tokens.at();
    if (!tokens.is(at - 1, "=>") || tokens.isOpen(at)) {
      return;
    }
    int open = tokens.enclosing(at);
    int semicolon = tokens.find(at, ";");
    int end = semicolon > 0 ? semicolon : open < 0 ? -1 : tokens.close(open);
    if (end > at) {
      out.add(
          "Put what the macro makes in braces",
          0,
          out.edits().wrap(tokens.range(at, end), "{ ", " }"));
    }
  }

  /// `\xa3` in a text becomes the Unicode escape of the same number.
  static void unicodeEscape(Tokens tokens, Mends out) {
    TextRange range = tokens.site().primary().range();
    Matcher escape = HEX.matcher(tokens.site().text().slice(range));
    if (escape.matches()) {
      String written = "%cu{%s}".formatted('\\', escape.group(1));
      out.replace("Write the character as `%s`".formatted(written), range, written);
    }
  }

  /// `trait Loud extends Named` becomes `trait Loud: Named`.
  static void supertrait(Tokens tokens, Mends out) {
    int at = tokens.at();
    boolean head = tokens.is(at - 2, "trait") && tokens.isName(at - 1);
    if (head && tokens.is(at, "extends", "implements", "inherits", "from", "requires")) {
      TextRange word = new TextRange(tokens.end(at - 1), tokens.end(at));
      out.replace("Name the supertrait behind a colon", word, ":");
    }
  }

  /// `if state is State::Open {` becomes `if matches!(state, State::Open) {`.
  static void caseTest(Tokens tokens, Mends out) {
    int at = tokens.at();
    int from = at;
    while (from > 0 && !tokens.is(from - 1, "if", "while", "&&", "||", ";", "{", "}", "!")) {
      from = tokens.isClose(from - 1) ? Math.max(0, tokens.open(from - 1)) : from - 1;
    }
    int to = at + 1;
    while (tokens.isName(to) || tokens.is(to, "::")) {
      to++;
    }
    to = tokens.is(to, "(") ? tokens.close(to) + 1 : to;
    boolean condition = tokens.is(from - 1, "if", "while", "&&", "||");
    if (tokens.is(at, "is") && condition && from < at && to > at + 1) {
      out.replace(
          "Test it with `matches!`",
          tokens.range(from, to),
          "matches!(%s, %s)".formatted(tokens.source(from, at), tokens.source(at + 1, to)));
    }
  }

  /// `a <=> b` becomes `a.cmp(&b)`.
  static void spaceship(Tokens tokens, Mends out) {
    int at = tokens.at();
    int from = at;
    while (from > 0 && !isBorder(tokens, from - 1) && !tokens.isOpen(from - 1)) {
      from = tokens.isClose(from - 1) ? Math.max(0, tokens.open(from - 1)) : from - 1;
    }
    int to = at;
    while (!tokens.get(to).text().isEmpty() && tokens.start(to) < endOf(tokens)) {
      to++;
    }
    int first = to;
    int end = tokens.find(first, ",", ";", "&&", "||", "{");
    int open = tokens.enclosing(at);
    end = end < 0 ? tokens.close(Math.max(0, open)) : end;
    boolean plain = end > first && from < at;
    for (int i = from; i < end; i++) {
      plain &= !tokens.is(i, "+", "-", "*", "/", "%", "<", ">", "==") || (i >= at && i < first);
    }
    if (plain) {
      out.replace(
          "Compare with `cmp`",
          tokens.range(from, end),
          "%s.cmp(&%s)".formatted(tokens.source(from, at), tokens.source(first, end)));
    }
  }

  private static int endOf(Tokens tokens) {
    return tokens.site().primary().range().end();
  }

  private static boolean isBorder(Tokens tokens, int i) {
    return tokens.is(
        i, ",", ";", "=", "&&", "||", "return", "match", "if", "while", "=>", "{", "}", "!");
  }

  /// A parameter in a function's type is a plain name, or none.
  static void plainParameter(Tokens tokens, Mends out) {
    TextRange range = tokens.site().primary().range();
    Matcher pattern =
        Pattern.compile("(?:&\\s*|mut\\s+|ref\\s+)+(\\w+)")
            .matcher(tokens.site().text().slice(range));
    if (pattern.matches()) {
      out.replace("Call the parameter `%s`".formatted(pattern.group(1)), range, pattern.group(1));
    }
  }
}
