package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// Puts in a missing delimiter, takes out a surplus one or exchanges a wrong one.
///
/// rustc's lexer pairs delimiters before anything is parsed, so a missing brace is reported at the
/// end of the file. The indentation tells where the author thinks that a block ends: a line that is
/// not further indented than the line of an open brace lies outside of its block. Round and square
/// brackets are closed within their statement.
final class Delimiters {
  private static final int MOST_PLACES = 4;
  private static final Set<String> ITEM_WORDS =
      Set.of(
          "let", "fn", "struct", "enum", "impl", "use", "mod", "trait", "pub", "return", "while");
  private static final Set<String> HEADS =
      Set.of(
          "fn", "if", "else", "while", "for", "loop", "match", "struct", "enum", "impl", "trait",
          "mod", "pub", "unsafe", "async", "}");

  private final Tokens tokens;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<List<Choice>> places = new ArrayList<>();

  private Delimiters(Tokens tokens) {
    this.tokens = tokens;
  }

  /// One edit that may be right at a place where delimiters do not fit.
  private record Choice(String title, TextEdit edit, int penalty) {}

  static void mend(Tokens tokens, Mends out) {
    var delimiters = new Delimiters(tokens);
    delimiters.scan();
    delimiters.propose(out);
  }

  private void propose(Mends out) {
    if (places.size() > MOST_PLACES) {
      return;
    }
    if (places.size() > 1) {
      Edits all = out.edits();
      places.forEach(
          choices -> all.replace(first(choices).edit().range(), first(choices).edit().newText()));
      out.add("Set the %d delimiters right".formatted(places.size()), 0, all);
    }
    for (List<Choice> choices : places) {
      for (Choice choice : choices) {
        out.add(
            choice.title(),
            choice.penalty(),
            out.edits().replace(choice.edit().range(), choice.edit().newText()));
      }
    }
  }

  private static Choice first(List<Choice> choices) {
    return choices.getFirst();
  }

  private void scan() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.startsLine(i) && !tokens.isClose(i)) {
        lineOutside(i);
      }
      if (tokens.isOpen(i)) {
        open.push(i);
      } else if (tokens.isClose(i)) {
        close(i);
      } else if (tokens.is(i, ";") && !open.isEmpty() && tokens.is(open.peek(), "(")) {
        unclosed(i);
      }
    }
    while (!open.isEmpty()) {
      if (tokens.is(open.peek(), "{")) {
        brace(tokens.size());
      } else {
        unclosed(tokens.size());
      }
    }
  }

  /// A line begins that is outside of the block, or statement, that is still open.
  private void lineOutside(int i) {
    while (!open.isEmpty()) {
      int top = open.peek();
      boolean block = tokens.is(top, "{");
      if (block && tokens.column(i) <= tokens.column(top) && i > top + 1 && !tokens.is(i, "{")) {
        brace(i);
      } else if (!block && ITEM_WORDS.contains(tokens.text(i)) && !tokens.is(i - 1, "(", "[")) {
        unclosed(i);
      } else {
        return;
      }
    }
  }

  private void close(int i) {
    while (!open.isEmpty()) {
      int top = open.peek();
      boolean fits = closer(top).equals(tokens.text(i));
      if (!fits && tokens.is(top, "{")) {
        notOpened(i, top);
        return;
      }
      if (!fits) {
        unclosed(i);
        continue;
      }
      boolean lines = tokens.is(top, "{") && tokens.startsLine(i);
      if (lines && tokens.column(i) < tokens.column(top)) {
        brace(i);
        continue;
      }
      if (lines && tokens.column(i) > tokens.column(top)) {
        surplusBrace(i);
        return;
      }
      open.pop();
      return;
    }
    surplusBrace(i);
  }

  /// The brace on top of the stack is not closed before token `i`.
  private void brace(int i) {
    int top = open.pop();
    int where = tokens.endOfLine(i - 1);
    String text = "\n" + tokens.indent(top) + "}";
    places.add(List.of(new Choice("Close the block with `}`", TextEdit.insert(where, text), 0)));
  }

  /// A round or square bracket on top of the stack is not closed before token `i`.
  private void unclosed(int i) {
    int top = open.pop();
    String closer = closer(top);
    var choices = new ArrayList<Choice>();
    String title = "Close the bracket with `" + closer + "`";
    boolean here = tokens.is(i, ";") || (tokens.isClose(i) && !tokens.startsLine(i));
    int end = here ? i : beforeTail(i - 1);
    for (int k = top; k < i; k++) {
      if (tokens.is(k, "(") && tokens.is(k + 1, ",", ";", ".", "?")) {
        choices.add(insert(title, tokens.end(k), ")", 0));
      }
    }
    if (tokens.is(top, "[")) {
      firstDot(top, end).ifPresent(dot -> choices.add(insert(title, tokens.start(dot), closer, 0)));
    }
    int line = beforeTail(tokens.lineEnd(top));
    choices.add(insert(title, tokens.end(end - 1), closer, 1));
    if (line < end && line > top) {
      choices.add(insert(title, tokens.end(line - 1), closer, 0));
    }
    if (tokens.isClose(i) && !tokens.is(i, "}")) {
      choices.add(
          new Choice(
              "Close the bracket with `%s`, not `%s`".formatted(closer, tokens.text(i)),
              new TextEdit(tokens.get(i).range(), closer),
              0));
    }
    for (int k = top + 1; k < end && choices.size() < 5; k++) {
      if (tokens.is(k, "{") && tokens.is(top, "(")) {
        choices.add(insert(title, tokens.end(k - 1), closer, 2));
      }
    }
    places.add(choices);
  }

  /// The first dot after `from` behind a whole element: `[1, 2.iter()`.
  private OptionalInt firstDot(int from, int end) {
    boolean several = IntStream.range(from + 1, end).anyMatch(k -> tokens.is(k, ","));
    return several
        ? IntStream.range(from + 2, end)
            .filter(k -> tokens.is(k, ".") && tokens.is(k + 2, "("))
            .findFirst()
        : OptionalInt.empty();
  }

  /// The token before which a bracket is closed at the end of a line: its `;`, `,` or `{`.
  private int beforeTail(int last) {
    return tokens.is(last, ";", ",", "{") ? last : last + 1;
  }

  private static Choice insert(String title, int offset, String text, int penalty) {
    return new Choice(title, TextEdit.insert(offset, text), penalty);
  }

  /// A closing bracket at `i` inside of the block at `top` that no bracket of the block opened.
  private void notOpened(int i, int top) {
    Iterator<Integer> below = open.iterator();
    below.next();
    if (below.hasNext() && closer(below.next()).equals(tokens.text(i))) {
      open.pop();
      open.pop();
      places.add(List.of(insert("Close the block with `}`", tokens.start(i), "}", 0)));
      return;
    }
    String opener = tokens.is(i, ")") ? "(" : "[";
    var choices = new ArrayList<Choice>();
    int from = Math.max(top + 1, tokens.lineStart(i));
    for (int k = from; k < i; k++) {
      boolean macro = tokens.is(k, "!") && tokens.isName(k - 1) && !tokens.isOpen(k + 1);
      boolean function = tokens.is(k - 1, "fn") && !tokens.is(k + 1, "(", "<");
      boolean pattern = tokens.is(k, "let", "for") && tokens.is(k + 2, ",") && tokens.isName(k + 1);
      if (opener.equals("(") && isCallWithout(k)) {
        var gap = new TextRange(/* start= */ tokens.end(k), /* end= */ tokens.start(k + 1));
        choices.add(new Choice("Open the bracket with `(`", new TextEdit(gap, opener), 0));
      } else if (macro || function) {
        choices.add(insert("Open the bracket with `" + opener + "`", tokens.end(k), opener, 0));
      } else if ((pattern && opener.equals("(")) || isBeforeList(k, opener)) {
        choices.add(
            insert("Open the bracket with `" + opener + "`", tokens.start(k + 1), opener, 0));
      }
    }
    choices.add(remove(i));
    places.add(choices);
  }

  /// Whether a list in square brackets, or its type, may begin behind token `k`.
  private boolean isBeforeList(int k, String opener) {
    return opener.equals("[") && tokens.is(k, "=", "in", "&", ":", "->") && !tokens.isOpen(k + 1);
  }

  /// Whether the name at `k` looks like that of a call whose opening bracket is missing.
  private boolean isCallWithout(int k) {
    if (!tokens.isName(k) || tokens.startsLine(k + 1)) {
      return false;
    }
    boolean lent = tokens.is(k + 1, "&", "*") && tokens.end(k) == tokens.start(k + 1);
    boolean empty = tokens.is(k + 1, ")") && tokens.is(k - 1, ".", "::");
    return isOperand(k + 1) || lent || empty;
  }

  private boolean isOperand(int i) {
    return tokens.isName(i)
        || Set.of(TokenKind.STRING, TokenKind.NUMBER).contains(tokens.get(i).kind());
  }

  private Choice remove(int i) {
    boolean alone = tokens.startsLine(i) && tokens.startsLine(i + 1);
    int start = alone ? tokens.endOfLine(i - 1) : tokens.start(i);
    var range = new TextRange(i == 0 ? 0 : Math.min(start, tokens.start(i)), tokens.end(i));
    return new Choice("Remove the surplus `" + tokens.text(i) + "`", new TextEdit(range, ""), 3);
  }

  /// A closing brace that closes nothing: it is surplus, or a line before it lost its `{`.
  private void surplusBrace(int i) {
    var choices = new ArrayList<Choice>();
    if (tokens.is(i, "}")) {
      int head = headWithoutBrace(i);
      if (head >= 0) {
        int last = tokens.lineEnd(head);
        boolean colon = tokens.is(last, ":");
        TextEdit edit =
            colon
                ? new TextEdit(new TextRange(tokens.end(last - 1), tokens.end(last)), " {")
                : TextEdit.insert(tokens.end(last), " {");
        choices.add(new Choice("Open the block with `{`", edit, 0));
      }
    }
    choices.add(remove(i));
    places.add(choices);
  }

  /// The line before `i` that has its indentation and looks like the head of a block, or -1.
  private int headWithoutBrace(int i) {
    int line = tokens.lineStart(i);
    while (line > 0) {
      line = tokens.lineStart(line - 1);
      if (tokens.column(line) <= tokens.column(i)) {
        int last = tokens.lineEnd(line);
        boolean head =
            tokens.column(line) == tokens.column(i)
                && HEADS.contains(tokens.text(line))
                && !tokens.is(last, "{", ";", ",")
                && !(tokens.is(last, "}") && tokens.is(line, "}"));
        return head ? line : -1;
      }
    }
    return -1;
  }

  private String closer(int opener) {
    return switch (tokens.text(opener)) {
      case "(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }
}
