package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Branches and blocks as other languages write them, turned into Rust's.
final class BranchHabits {
  private static final Set<String> HEADS =
      Set.of("if", "else", "while", "for", "loop", "fn", "elif", "def", "match", "impl", "struct");

  private BranchHabits() {}

  /// `elif c`, `elseif c`, `elsif c` and `else c` become `else if c`.
  static void elseIf(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    boolean any = false;
    for (int i = 1; i < tokens.size(); i++) {
      boolean chain = tokens.is(i - 1, "}") && !tokens.is(i + 1, ".", "(", "=", ";", "::");
      if (chain && tokens.is(i, "elif", "elseif", "elsif", "elsIf", "elseIf")) {
        edits.replace(tokens.get(i).range(), "else if");
        any = true;
      }
    }
    int at = tokens.at();
    if (!any && tokens.is(at - 1, "else") && !tokens.startsLine(at) && opensBlock(tokens, at)) {
      edits.insert(tokens.end(at - 1), " if");
      any = true;
    }
    if (any) {
      out.add("Write `else if`", 0, edits);
    }
  }

  /// Whether a `{` follows on the line.
  private static boolean opensBlock(Tokens tokens, int at) {
    return tokens.is(tokens.lineEnd(at), "{");
  }

  /// `if c then {`, `for … do {` and `while c: {` lose the word before the brace.
  static void wordBeforeBlock(Tokens tokens, Mends out) {
    int at = tokens.at();
    for (int i = at; i <= at + 1; i++) {
      if (tokens.is(i, "then", "do", ":", "=>", "->") && tokens.is(i + 1, "{")) {
        out.replace(
            "Remove `" + tokens.text(i) + "`", new TextRange(tokens.end(i - 1), tokens.end(i)), "");
        return;
      }
    }
  }

  /// A block that is marked by a colon and indentation gets braces, with all others of the file.
  static void indentedBlocks(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int blocks = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean head =
          tokens.startsLine(i)
              && (HEADS.contains(tokens.text(i)) || tokens.are(i, "}", "else"))
              && tokens.is(tokens.lineEnd(i), ":", "then", "do");
      if (head) {
        blocks++;
        if (tokens.is(i, "def")) {
          edits.replace(tokens.get(i).range(), "fn");
        }
        int colon = tokens.lineEnd(i);
        edits.replace(new TextRange(tokens.end(colon - 1), tokens.end(colon)), " {");
        int last = lastOfBlock(tokens, colon, tokens.column(i));
        boolean chained =
            tokens.is(last + 1, "else", "elif")
                || (tokens.is(last + 1, "}") && tokens.column(last + 1) == tokens.column(i));
        boolean beside = tokens.column(last + 1) == tokens.column(i);
        if (tokens.is(last + 1, "elif") && beside) {
          edits.replace(tokens.get(last + 1).range(), "} else if");
        } else if (tokens.is(last + 1, "else") && beside) {
          edits.insert(tokens.start(last + 1), "} ");
        } else if (!chained) {
          edits.insert(tokens.endOfLine(last), "\n" + tokens.indent(i) + "}");
        }
      }
    }
    if (blocks > 0) {
      out.add(blocks == 1 ? "Put the block in braces" : "Put the blocks in braces", 0, edits);
    }
  }

  private static int lastOfBlock(Tokens tokens, int colon, int column) {
    int last = colon;
    while (last + 1 < tokens.size()
        && (!tokens.startsLine(last + 1) || tokens.column(last + 1) > column)) {
      last++;
    }
    return last;
  }

  /// `if c` or `else` with a single statement behind it gets braces.
  static void bodyInBraces(Tokens tokens, Mends out) {
    int at = tokens.at();
    int end = tokens.find(at, ";");
    boolean block = tokens.is(at, "if", "for", "while", "match", "loop", "return") || end > 0;
    if (end < 0 || !block || tokens.is(at, ":", "=", ";", ")", "then", "do")) {
      return;
    }
    if (tokens.startsLine(at)) {
      int head = at - 1;
      String indent = tokens.indent(head);
      boolean more = tokens.is(end + 1, "else");
      Edits edits =
          out.edits()
              .insert(tokens.end(head), " {")
              .insert(tokens.end(end), "\n" + indent + "}" + (more ? " " : ""));
      out.add("Put the body in braces", 0, edits);
    } else {
      out.add(
          "Put the body in braces",
          0,
          out.edits().insert(tokens.start(at), "{ ").insert(tokens.end(end), " }"));
    }
  }

  /// Several statements behind `=>` are put in braces, to make one body of them.
  static void armBody(Tokens tokens, Mends out) {
    int at = tokens.at();
    int open = tokens.enclosing(at);
    int arrow = at;
    while (arrow > open && !(tokens.is(arrow, "=>") && tokens.enclosing(arrow) == open)) {
      arrow--;
    }
    int close = open < 0 ? -1 : tokens.close(open);
    if (!tokens.is(at, ";") || close < 0 || arrow <= open) {
      return;
    }
    int next = tokens.find(at, "=>");
    int comma = tokens.find(at, ",");
    int end = comma > 0 && (next < 0 || comma < next) ? comma : next < 0 ? close : -1;
    if (end > 0) {
      out.add(
          "Put the arm's statements in braces",
          0,
          out.edits().insert(tokens.start(arrow + 1), "{ ").insert(tokens.end(end - 1), " }"));
    }
  }

  /// `switch x { case 1: … break; default: … }` becomes a `match`.
  static void switchToMatch(Tokens tokens, Mends out) {
    int at = tokens.at();
    int head = at;
    while (head >= 0 && head > at - 200 && !tokens.is(head, "switch", "match", "fn")) {
      head--;
    }
    boolean isSwitch = tokens.is(head, "switch");
    int open = head < 0 ? -1 : blockOf(tokens, head);
    if (open < 0 || !(isSwitch || tokens.is(head, "match"))) {
      return;
    }
    Edits edits = out.edits();
    boolean changed = isSwitch;
    if (isSwitch) {
      edits.replace(tokens.get(head).range(), "match");
      if (tokens.is(head + 1, "(") && tokens.close(head + 1) == open - 1) {
        edits.delete(tokens.get(head + 1).range()).delete(tokens.get(open - 1).range());
        if (tokens.end(head) == tokens.start(head + 1)) {
          edits.insert(tokens.end(head), " ");
        }
      }
    }
    var cases = new Cases(tokens, open);
    boolean breaks = cases.edit(edits);
    changed |= cases.count() > 0;
    if (changed) {
      out.add(breaks ? "Write `match` arms, without `break`" : "Write `match` with arms", 0, edits);
    }
  }

  private static int blockOf(Tokens tokens, int head) {
    int open = tokens.find(head + 1, "{");
    return open > 0 && tokens.close(open) > 0 ? open : -1;
  }

  /// The cases of a `switch`, by token.
  private static final class Cases {
    private final Tokens tokens;
    private final int close;
    private final List<Integer> labels = new ArrayList<>();
    private final List<Integer> colons = new ArrayList<>();

    Cases(Tokens tokens, int open) {
      this.tokens = tokens;
      this.close = tokens.close(open);
      for (int i = open + 1; i < close; i++) {
        boolean start = tokens.is(i - 1, "{", ";", ",", "}", ":") || tokens.startsLine(i);
        boolean label =
            tokens.is(i, "case")
                || (tokens.is(i, "default", "else") && tokens.is(i + 1, ":", "=>", "->"));
        if (start && label) {
          int colon = tokens.find(i + 1, ":", "=>", "->");
          if (colon > 0) {
            labels.add(i);
            colons.add(colon);
            i = colon;
          }
        } else if (tokens.isOpen(i)) {
          i = Math.max(i, tokens.close(i));
        }
      }
    }

    int count() {
      return labels.size();
    }

    /// Turns each case into an arm; true when a `break` is left out.
    boolean edit(Edits edits) {
      boolean breaks = false;
      for (int k = 0; k < labels.size(); k++) {
        int label = labels.get(k);
        int colon = colons.get(k);
        boolean other = !tokens.is(label, "case");
        edits.replace(
            new TextRange(tokens.start(label), other ? tokens.end(label) : tokens.start(label + 1)),
            other ? "_" : "");
        boolean tight = tokens.end(colon - 1) == tokens.start(colon);
        int next = k + 1 < labels.size() ? labels.get(k + 1) : close;
        if (colon + 1 == next) {
          edits.replace(new TextRange(tokens.end(colon - 1), tokens.end(colon)), " |");
          continue;
        }
        edits.replace(tokens.get(colon).range(), tight ? " =>" : "=>");
        breaks |= body(edits, label, colon + 1, next);
      }
      return breaks;
    }

    private boolean body(Edits edits, int label, int from, int to) {
      int end = to;
      boolean breaks = tokens.is(end - 1, ";") && tokens.is(end - 2, "break");
      if (breaks) {
        int start = tokens.startsLine(end - 2) ? tokens.endOfLine(end - 3) : tokens.end(end - 3);
        edits.delete(new TextRange(start, tokens.end(end - 1)));
        end -= 2;
      }
      boolean single = tokens.is(end - 1, ",") || tokens.is(from, "{");
      if (!single && from < end) {
        edits.insert(tokens.end(from - 1), " {");
        edits.insert(
            tokens.startsLine(from) ? tokens.endOfLine(to - 1) : tokens.end(to - 1),
            tokens.startsLine(from) ? "\n" + tokens.indent(label) + "}" : " }");
      }
      return breaks;
    }
  }

  /// Every `c ? a : b` of the file becomes `if c { a } else { b }`.
  static void ternary(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.is(i, "?") && !tokens.is(i + 1, ";", ".", ")", ",", "}", "?", "]")) {
        int colon = tokens.find(i + 1, ":", ";");
        int start = start(tokens, i);
        int end = colon > 0 && tokens.is(colon, ":") ? end(tokens, colon + 1) : -1;
        if (end > 0 && start < i) {
          count++;
          edits.replace(tokens.range(start, end), choice(tokens, start, i, colon, end));
          i = end;
        }
      }
    }
    if (count > 0) {
      out.add("Choose with `if` and `else`", 0, edits);
    }
  }

  private static String choice(Tokens tokens, int start, int question, int colon, int end) {
    boolean wrapped = tokens.is(start, "(") && tokens.close(start) == question - 1;
    String condition =
        wrapped ? tokens.source(start + 1, question - 1) : tokens.source(start, question);
    int inner = tokens.find(colon + 1, "?", ";");
    boolean nested = inner > 0 && inner < end && tokens.is(inner, "?");
    int second = nested ? tokens.find(inner + 1, ":", ";") : -1;
    String rest =
        nested && second > 0 && tokens.is(second, ":")
            ? choice(tokens, colon + 1, inner, second, end)
            : "{ " + tokens.source(colon + 1, end) + " }";
    return "if %s { %s } else %s".formatted(condition, tokens.source(question + 1, colon), rest);
  }

  private static int start(Tokens tokens, int question) {
    int i = question;
    while (i > 0 && !tokens.is(i - 1, "=", "(", "[", "{", "}", ",", ";", "return", "=>", "|")) {
      int open = tokens.isClose(i - 1) ? tokens.open(i - 1) : i - 1;
      if (open < 0) {
        return question;
      }
      i = open;
    }
    return i;
  }

  private static int end(Tokens tokens, int from) {
    int end = tokens.find(from, ",", ";");
    if (end >= 0) {
      return end;
    }
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.isOpen(i)) {
        i = Math.max(i, tokens.close(i));
      } else if (tokens.isClose(i)) {
        return i;
      }
    }
    return -1;
  }
}
