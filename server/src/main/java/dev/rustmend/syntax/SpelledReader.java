package dev.rustmend.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// Reads [Spelled] off a function's tokens.
final class SpelledReader {
  private static final Pattern SHOWN =
      Pattern.compile("(?<!\\{)(?:\\{\\{)*\\{([A-Za-z_][A-Za-z0-9_]*)(?::[^{}]*)?}");

  private final List<Token> code;

  SpelledReader(List<Token> code) {
    this.code = List.copyOf(code);
  }

  Spelled read() {
    var shown = new ArrayList<String>();
    var plain = new ArrayList<String>();
    var names = new ArrayList<String>();
    Deque<Boolean> inMacro = new ArrayDeque<>();
    inMacro.push(false);
    for (int i = 0; i < code.size(); i++) {
      Token token = code.get(i);
      if (Brackets.isOpen(token)) {
        inMacro.push(inMacro.element() || (i > 1 && code.get(i - 1).is("!") && isName(i - 2)));
      } else if (Brackets.isClose(token) && inMacro.size() > 1) {
        inMacro.pop();
      } else if (token.kind() == TokenKind.STRING) {
        if (inMacro.element()) {
          SHOWN.matcher(token.text()).results().map(name -> name.group(1)).forEach(shown::add);
        } else {
          plain.add(token.text());
        }
      } else if (isName(i) && isVariable(i)) {
        names.add(token.text());
      }
    }
    return new Spelled(Operators.of(code), Bag.of(shown), Bag.of(plain), Bag.of(names));
  }

  private boolean isName(int at) {
    return code.get(at).isWord() && !Words.isKeyword(code.get(at).text());
  }

  /// Not a field, a method, a function, a macro or a part of a path.
  private boolean isVariable(int at) {
    boolean behind = at > 0 && (is(at - 1, ".") || is(at - 1, "::") || is(at - 1, "fn"));
    return !behind && !is(at + 1, "(") && !is(at + 1, "::") && !is(at + 1, "!");
  }

  private boolean is(int at, String text) {
    return at >= 0 && at < code.size() && code.get(at).is(text);
  }
}
