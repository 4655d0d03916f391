package dev.rustmend.operation;

import java.util.Set;

/// A keyword that is used as a name gets `r#`, wherever the file uses it as one.
final class KeywordNames {
  private static final Set<String> NEVER =
      Set.of("self", "Self", "super", "crate", "true", "false", "_", "await");
  private static final Set<String> ALONE = Set.of("return", "break", "continue");
  private static final Set<String> PREFIXES =
      Set.of(
          "match", "if", "while", "in", "as", "mut", "ref", "move", "else", "let", "loop", "for");
  private static final Set<String> BEHIND =
      Set.of(",", ")", ";", ".", "+", "/", "%", "=", "==", "!=", "]", "?", "+=", "}", "..", "-=");
  private static final Set<String> OPERATORS = Set.of("*", "-", "<", ">", "<=", ">=", "&&", "||");

  private KeywordNames() {}

  static void escape(Tokens tokens, Mends out) {
    int at = tokens.at();
    for (int i = at; i >= Math.max(0, at - 1); i--) {
      String word = tokens.text(i);
      if (tokens.isKeyword(i) || tokens.site().quoted().contains(word)) {
        escape(tokens, out, i, word);
        return;
      }
    }
  }

  private static void escape(Tokens tokens, Mends out, int at, String word) {
    if (!tokens.get(at).isWord() || NEVER.contains(word) || word.startsWith("r#")) {
      return;
    }
    Edits edits = out.edits();
    String message = tokens.site().diagnostic().message();
    boolean others =
        message.contains("found keyword `") || message.contains("found reserved keyword `");
    if (!others) {
      return;
    }
    int count = 0;
    boolean parameters = inParameters(tokens, at);
    for (int i = 0; i < tokens.size(); i++) {
      boolean other =
          parameters
              && tokens.isKeyword(i)
              && inSameList(tokens, i, at)
              && tokens.is(i + 1, ":")
              && !NEVER.contains(tokens.text(i));
      if (other || (tokens.is(i, word) && (i == at || isName(tokens, i, word)))) {
        edits.insert(tokens.start(i), "r#");
        count++;
      }
    }
    if (parameters) {
      for (int k = 0; k < tokens.size(); k++) {
        String another = tokens.text(k);
        boolean declared =
            tokens.isKeyword(k) && !another.equals(word) && isDeclaredBeside(tokens, at, another);
        if (declared
            && isName(tokens, k, another)
            && !(inSameList(tokens, k, at) && tokens.is(k + 1, ":"))) {
          edits.insert(tokens.start(k), "r#");
          count++;
        }
      }
    }
    String where = count == 1 ? "" : " at its %d places".formatted(count);
    out.add("Write `r#" + word + "` for the keyword" + where, 0, edits);
  }

  private static boolean inParameters(Tokens tokens, int at) {
    int open = tokens.enclosing(at);
    return open > 0 && tokens.is(open, "(") && tokens.is(open - 2, "fn");
  }

  private static boolean inSameList(Tokens tokens, int i, int at) {
    return tokens.enclosing(i) == tokens.enclosing(at);
  }

  private static boolean isDeclaredBeside(Tokens tokens, int at, String word) {
    int open = tokens.enclosing(at);
    for (int i = open; i < tokens.close(open); i++) {
      if (tokens.is(i, word) && tokens.is(i + 1, ":") && !NEVER.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(Tokens tokens, int i, String word) {
    boolean field = tokens.is(i - 1, ".");
    boolean declared = tokens.is(i + 1, ":") || tokens.is(i - 1, "let", "fn");
    if (field || declared || ALONE.contains(word)) {
      return field || (declared && !ALONE.contains(word));
    }
    boolean operand = !PREFIXES.contains(word) && OPERATORS.contains(tokens.text(i + 1));
    boolean plus =
        (tokens.is(i + 1, "+") && !PREFIXES.contains(word)) || BEHIND.contains(tokens.text(i + 1));
    return operand || plus;
  }
}
