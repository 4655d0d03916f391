package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Definitions and calls of `macro_rules!` that do not fit each other.
final class MacroRepairs {
  private MacroRepairs() {}

  /// `$x` in a pattern gets a kind: that of the place where it is used.
  static void fragment(Tokens tokens, Mends out) {
    int at = tokens.at();
    int name = tokens.is(at, "$") ? at + 1 : at;
    int macro = definition(tokens, at);
    if (macro < 0) {
      return;
    }
    int end = tokens.close(tokens.find(macro, "{", "("));
    var missing = new ArrayList<Integer>();
    for (int i = macro; i < end; i++) {
      boolean variable =
          tokens.is(i, "$") && tokens.get(i + 1).isWord() && !tokens.is(i + 1, "crate");
      if (variable && !tokens.is(i + 2, ":") && inMatcher(tokens, i, macro)) {
        missing.add(i + 1);
      }
    }
    var kinds = new LinkedHashSet<String>();
    kinds.add(kindByUse(tokens, tokens.text(name), macro, end));
    kinds.addAll(List.of("expr", "ident", "ty", "tt"));
    int penalty = 0;
    for (String kind : kinds) {
      Edits edits = out.edits();
      for (int each : missing) {
        String own = penalty == 0 ? kindByUse(tokens, tokens.text(each), macro, end) : kind;
        edits.insert(tokens.end(each), ":" + own);
      }
      out.add(
          missing.size() == 1
              ? "Make `$%s` `:%s`".formatted(tokens.text(name), kind)
              : "Give the variables their kinds",
          penalty,
          edits);
      penalty += 3;
    }
  }

  /// Whether `i` stands in the left side of a rule.
  private static boolean inMatcher(Tokens tokens, int i, int macro) {
    int open = i;
    int body = tokens.find(macro, "{", "(");
    int top = -1;
    while (open >= 0 && open != body) {
      top = open;
      open = tokens.enclosing(open);
    }
    return top >= 0 && top != i && tokens.is(tokens.close(top) + 1, "=>");
  }

  private static String kindByUse(Tokens tokens, String name, int macro, int end) {
    for (int i = macro; i < end; i++) {
      if (tokens.is(i, "$") && tokens.is(i + 1, name) && !inMatcher(tokens, i, macro)) {
        if (tokens.is(
            i - 1, "fn", "struct", "let", "mod", "enum", "static", "const", ".", "trait", "mut")) {
          return "ident";
        }
        if (tokens.is(i - 1, ":", "->", "impl", "for", "as", "<") || tokens.is(i + 2, "::", "{")) {
          return "ty";
        }
      }
    }
    return "expr";
  }

  /// The kind of a variable is changed to what its use needs.
  static void kind(Tokens tokens, Mends out) {
    int at = tokens.at();
    int dollar = tokens.is(at, "$") ? at : tokens.is(at - 1, "$") ? at - 1 : -1;
    int macro = definition(tokens, at);
    if (dollar < 0 || macro < 0) {
      return;
    }
    String name = tokens.text(dollar + 1);
    String message = tokens.site().diagnostic().message();
    List<String> kinds =
        message.startsWith("expected type")
            ? List.of("ty", "ident", "tt")
            : message.startsWith("expected pattern")
                ? List.of("pat", "tt")
                : message.startsWith("no rules")
                    ? List.of("tt", "ident", "literal")
                    : List.of("ident", "ty", "tt");
    int end = tokens.close(tokens.find(macro, "{", "("));
    int penalty = 0;
    for (String kind : kinds) {
      Edits edits = out.edits();
      boolean any = false;
      for (int i = macro; i < end; i++) {
        boolean declares = tokens.is(i, "$") && tokens.is(i + 1, name) && tokens.is(i + 2, ":");
        if (declares && !tokens.is(i + 3, kind)) {
          edits.replace(tokens.get(i + 3).range(), kind);
          any = true;
        }
      }
      if (any) {
        out.add("Make `$%s` `:%s`".formatted(name, kind), penalty, edits);
      }
      penalty += 3;
    }
  }

  /// What may not follow an expression is replaced by, or separated with, a comma.
  static void separator(Tokens tokens, Mends out) {
    int at = tokens.at();
    for (String sign : List.of(",", "=>", ";")) {
      String text = sign.equals("=>") ? " =>" : sign;
      out.insert("Separate the fragments with `" + sign + "`", tokens.end(at - 1), text);
      if (!tokens.is(at, "$")) {
        TextRange range =
            sign.equals("=>")
                ? tokens.get(at).range()
                : new TextRange(tokens.end(at - 1), tokens.end(at));
        out.replace("Write `" + sign + "` instead of `" + tokens.text(at) + "`", range, sign);
      }
    }
    int colon = at - 2;
    if (tokens.is(colon, ":")) {
      out.add(
          "Take a single token: `:tt`", 6, out.edits().replace(tokens.get(at - 1).range(), "tt"));
    }
  }

  /// A variable that repeats is repeated where it is used as well.
  static void repetition(Tokens tokens, Mends out) {
    int at = tokens.is(tokens.at(), "$") ? tokens.at() : tokens.at() - 1;
    int macro = definition(tokens, at);
    if (macro < 0 || !tokens.is(at, "$")) {
      return;
    }
    String name = tokens.text(at + 1);
    int declared = macro;
    while (declared < at
        && !(tokens.is(declared, "$")
            && tokens.is(declared + 1, name)
            && tokens.is(declared + 2, ":"))) {
      declared++;
    }
    int group = tokens.enclosing(declared);
    int close = group < 0 ? -1 : tokens.close(group);
    if (close < 0 || !tokens.is(group - 1, "$")) {
      return;
    }
    boolean separated = !tokens.is(close + 1, "*", "+", "?");
    String tail =
        separated ? tokens.text(close + 1) + tokens.text(close + 2) : tokens.text(close + 1);
    String star = separated ? tokens.text(close + 2) : tokens.text(close + 1);
    int statement = tokens.statement(at);
    int end = tokens.find(at, ";");
    int outer = at;
    while (end < 0 && outer >= 0) {
      outer = tokens.enclosing(outer);
      end = outer < 0 || tokens.is(outer, "{") ? -1 : tokens.find(outer, ";");
      if (outer < 0 || tokens.is(outer, "{")) {
        break;
      }
    }
    if (end > 0 && statement <= at && tokens.is(statement - 1, "{", ";", "}")) {
      out.add(
          "Repeat the statement for each `$" + name + "`",
          0,
          out.edits().insert(tokens.start(statement), "$(").insert(tokens.end(end), ")" + star));
    }
    out.add(
        "Repeat `$" + name + "`",
        8,
        out.edits().insert(tokens.start(at), "$(").insert(tokens.end(at + 1), ")" + tail));
  }

  /// What the macro's pattern expects is written in its call.
  static void call(Tokens tokens, Mends out) {
    int at = tokens.at();
    Optional<String> wanted =
        tokens.site().said("while trying to match `$wanted`").map(map -> map.get("wanted"));
    wanted
        .filter(text -> !text.startsWith("$") && text.length() <= 8)
        .ifPresent(text -> {
          boolean word = Character.isLetter(text.charAt(0));
          String spaced = text.equals(",") || text.equals(";") ? text : " " + text + " ";
          if (!tokens.get(at).isWord() && !tokens.get(at).kind().isLiteral()) {
            boolean lead = spaced.startsWith(" ") && tokens.end(at - 1) == tokens.start(at);
            boolean tail = spaced.startsWith(" ") && tokens.end(at) == tokens.start(at + 1);
            out.replace(
                "Write `" + text + "` as the macro expects",
                tokens.get(at).range(),
                (lead ? " " : "") + text + (tail ? " " : ""));
          }
          out.add(
              "Insert `" + text + "` as the macro expects",
              1,
              out.edits()
                  .insert(tokens.end(at - 1), word || spaced.startsWith(" ") ? " " + text : text));
        });
    if (tokens.is(at, ",") && tokens.isClose(at + 1)) {
      out.replace("Remove the trailing comma", tokens.get(at).range(), "");
    }
  }

  /// A macro is moved before its first use.
  static void order(Tokens tokens, Mends out) {
    String name = tokens.text(tokens.at());
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, "macro_rules") && tokens.is(i + 1, "!") && tokens.is(i + 2, name)) {
        int open = i + 3;
        int close = tokens.close(open);
        int use = tokens.at();
        if (close < 0 || i < use) {
          return;
        }
        int item = use;
        while (item > 0
            && !(tokens.startsLine(item)
                && tokens.column(item) == tokens.column(i)
                && !tokens.isClose(item))) {
          item--;
        }
        while (item > 0 && tokens.is(item - 1, "]") && tokens.is(tokens.open(item - 1) - 1, "#")) {
          item = tokens.open(item - 1) - 1;
        }
        int from = tokens.startWithComments(i);
        int last = tokens.is(close + 1, ";") ? close + 1 : close;
        int to = tokens.endOfLine(last);
        String text = tokens.site().text().slice(new TextRange(from, to));
        int before = tokens.endOfLine(Math.max(0, i - 1));
        int where = tokens.startWithComments(item);
        out.add(
            "Define `" + name + "!` before its use",
            0,
            out.edits()
                .insert(where, text + "\n\n")
                .delete(new TextRange(Math.max(before, from - 2), to)));
        return;
      }
    }
  }

  /// The `macro_rules` whose definition holds `at`, or -1.
  private static int definition(Tokens tokens, int at) {
    int open = at;
    while (open >= 0) {
      if (tokens.is(open - 3, "macro_rules") && Set.of("{", "(").contains(tokens.text(open))) {
        return open - 3;
      }
      open = tokens.enclosing(open);
    }
    return -1;
  }
}
