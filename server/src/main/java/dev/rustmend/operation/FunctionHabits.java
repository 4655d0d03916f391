package dev.rustmend.operation;

import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Heads of functions as other languages write them, turned into `fn name(x: T) -> R`.
final class FunctionHabits {
  private static final Set<String> WORDS =
      Set.of("def", "func", "function", "fun", "sub", "proc", "method", "fnc", "defn", "void");
  private static final Set<String> PUBLIC = Set.of("public", "export", "open");
  private static final Set<String> DROPPED =
      Set.of(
          "private", "protected", "static", "virtual", "inline", "final", "override", "abstract");
  private static final List<String> GUESSES =
      List.of("i32", "f64", "&str", "usize", "u32", "bool", "String");

  private FunctionHabits() {}

  /// Every `def f(…)`, `function f(…)`, `int f(…)` and `public fn f(…)` of the file becomes `fn
  /// f(…)` or `pub fn f(…)`, its parameters and result with it.
  static void keyword(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!startsItem(tokens, i)) {
        continue;
      }
      int word = i;
      boolean isPublic = false;
      while (PUBLIC.contains(tokens.text(word))
          || DROPPED.contains(tokens.text(word))
          || tokens.is(word, "pub", "async", "unsafe")) {
        isPublic |= PUBLIC.contains(tokens.text(word)) || tokens.is(word, "pub");
        word++;
      }
      boolean fn = tokens.is(word, "fn");
      int name = fn || WORDS.contains(tokens.text(word)) ? word + 1 : -1;
      boolean typed =
          name < 0
              && CTypes.looksLikeType(tokens.text(word))
              && tokens.is(word + 2, "(")
              && tokens.isName(word + 1);
      name = typed ? word + 1 : name;
      int open = name > 0 && tokens.is(name + 1, "(", "<") ? tokens.find(name + 1, "(") : -1;
      int close = open < 0 ? -1 : tokens.close(open);
      boolean body =
          close > 0
              && (tokens.is(close + 1, "{", "->", ":", "where", ";")
                  || CTypes.looksLikeType(tokens.text(close + 1)));
      boolean plain = fn && (word == i || tokens.is(word - 1, "pub", "async", "unsafe"));
      if (close < 0 || !body || plain || !tokens.isName(name)) {
        continue;
      }
      count++;
      edits.replace(tokens.range(i, name), isPublic ? "pub fn" : "fn");
      parameters(tokens, edits, open, close);
      String result = CTypes.rust(tokens.text(word));
      if (typed && !result.equals("()") && tokens.is(close + 1, "{")) {
        edits.insert(tokens.end(close), " -> " + result);
      } else if (tokens.is(close + 1, ":") && !tokens.startsLine(close + 2)) {
        edits.replace(tokens.get(close + 1).range(), " ->");
      }
      i = close;
    }
    if (count > 0) {
      out.add("Begin the function with `fn`", 0, edits);
    }
  }

  private static boolean startsItem(Tokens tokens, int i) {
    return tokens.startsLine(i)
        && (i == 0 || tokens.is(i - 1, "{", "}", ";", "]"))
        && tokens.get(i).isWord();
  }

  /// The parameters of the function around get the form `name: Type`.
  static void parameterTypes(Tokens tokens, Mends out) {
    int open = tokens.enclosing(tokens.at());
    int close = open < 0 ? -1 : tokens.close(open);
    if (close < 0 || !tokens.is(open, "(")) {
      return;
    }
    Edits edits = out.edits();
    if (parameters(tokens, edits, open, close)) {
      if (!tokens.is(close + 1, "->", "{", "where", ";", ":") && tokens.get(close + 1).isWord()) {
        edits.insert(tokens.end(close), " ->");
      }
      out.add("Write the parameters as `name: Type`", 0, edits);
    }
    List<Integer> untyped = untyped(tokens, open, close);
    if (!untyped.isEmpty()) {
      guess(tokens, out, open, close, untyped);
    }
  }

  private static void guess(Tokens tokens, Mends out, int open, int close, List<Integer> untyped) {
    var types = new LinkedHashSet<String>();
    for (int i = open + 1; i < close; i++) {
      if (tokens.is(i, ":")) {
        int end = tokens.find(i + 1, ",");
        types.add(tokens.source(i + 1, end < 0 || end > close ? close : end));
      }
    }
    if (tokens.is(close + 1, "->")) {
      int body = tokens.find(close + 2, "{", "where");
      if (body > 0) {
        types.add(tokens.source(close + 2, body));
      }
    }
    types.addAll(GUESSES);
    int penalty = 20;
    for (String type : types) {
      Edits edits = out.edits();
      untyped.forEach(i -> edits.insert(tokens.end(i), ": " + type));
      out.add("Give %s the type `%s`".formatted(names(tokens, untyped), type), penalty, edits);
      penalty += 5;
    }
  }

  private static String names(Tokens tokens, List<Integer> list) {
    return String.join(", ", list.stream().map(i -> "`" + tokens.text(i) + "`").toList());
  }

  /// The parameters that are a name alone.
  private static List<Integer> untyped(Tokens tokens, int open, int close) {
    var found = new ArrayList<Integer>();
    for (int i = open + 1; i < close; i++) {
      boolean alone = tokens.is(i - 1, "(", ",", "mut") && tokens.is(i + 1, ",", ")");
      if (alone && tokens.isName(i) && tokens.enclosing(i) == open) {
        found.add(i);
      }
    }
    return found;
  }

  /// Turns `int a`, `String name`, `a int` into `a: i32`, `name: String`; true when one was there.
  static boolean parameters(Tokens tokens, Edits edits, int open, int close) {
    boolean changed = false;
    int from = open + 1;
    while (from < close) {
      int comma = tokens.find(from, ",");
      int to = comma < 0 || comma > close ? close : comma;
      changed |= parameter(tokens, edits, from, to);
      from = to + 1;
    }
    return changed;
  }

  private static boolean parameter(Tokens tokens, Edits edits, int from, int to) {
    int first = tokens.is(from, "const", "final") ? from + 1 : from;
    int colon = tokens.find(first, ":");
    if (colon > 0 && colon < to) {
      boolean other =
          colon == first + 1
              && to == colon + 2
              && CTypes.rust(tokens.text(colon + 1)).length() != tokens.text(colon + 1).length();
      if (other) {
        edits.replace(tokens.get(colon + 1).range(), CTypes.rust(tokens.text(colon + 1)));
      }
      return other;
    }
    int last = to - 1;
    if (last <= first || tokens.is(last, "self")) {
      return false;
    }
    boolean nameLast =
        tokens.isName(last) && (CTypes.looksLikeType(tokens.text(first)) || tokens.is(first, "&"));
    if (nameLast) {
      String type =
          last == first + 1 ? CTypes.rust(tokens.text(first)) : tokens.source(first, last);
      edits.replace(tokens.range(from, to), tokens.text(last) + ": " + type);
      return true;
    }
    boolean typeBehind =
        tokens.isName(first)
            && (CTypes.looksLikeType(tokens.text(first + 1)) || tokens.is(first + 1, "&", "["));
    if (typeBehind) {
      String type =
          to == first + 2 ? CTypes.rust(tokens.text(first + 1)) : tokens.source(first + 1, to);
      edits.replace(tokens.range(from, to), tokens.text(first) + ": " + type);
      return true;
    }
    return false;
  }

  /// A word in front of an item that Rust has not: `static fn`, `private struct`, `public impl`.
  static void modifier(Tokens tokens, Mends out) {
    for (int i = tokens.at(); i >= Math.max(0, tokens.at() - 1); i--) {
      boolean before = tokens.is(i + 1, "fn", "struct", "enum", "trait", "impl", "const", "mod");
      if (!before) {
        continue;
      }
      if (PUBLIC.contains(tokens.text(i))) {
        out.replace("Write `pub`", tokens.get(i).range(), "pub");
      } else if (DROPPED.contains(tokens.text(i))) {
        Edits edits = out.edits();
        for (int k = 0; k < tokens.size(); k++) {
          if (tokens.is(k, tokens.text(i)) && tokens.is(k + 1, tokens.text(i + 1))) {
            edits.delete(new TextRange(tokens.start(k), tokens.start(k + 1)));
          }
        }
        out.add("Remove `" + tokens.text(i) + "`", 0, edits);
      }
    }
  }

  /// A visibility before what can have none, a `let` for instance, is removed.
  static void localVisibility(Tokens tokens, Mends out) {
    int at = tokens.at();
    if (tokens.is(at, "pub") && tokens.is(at + 1, "let")) {
      out.replace("Remove `pub`", new TextRange(tokens.start(at), tokens.start(at + 1)), "");
    }
  }

  /// `'a &T` becomes `&'a T`, `&mut 'a T` becomes `&'a mut T`.
  static void lifetimePlace(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    boolean any = false;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean lifetime =
          tokens.get(i).kind() == TokenKind.LIFETIME && tokens.is(i - 1, ":", "->", "(", "<", ",");
      if (lifetime && tokens.is(i + 1, "&")) {
        edits.replace(tokens.range(i, i + 2), "&" + tokens.text(i) + " ");
        any = true;
      }
    }
    if (any) {
      out.add("Put the lifetime behind `&`", 0, edits);
    }
  }

  /// `fn f<a>(x: &'a T)` declares `'a`.
  static void lifetimeParameter(Tokens tokens, Mends out) {
    String lifetime = tokens.text(tokens.at());
    if (tokens.get(tokens.at()).kind() != TokenKind.LIFETIME) {
      return;
    }
    for (int i = tokens.at(); i > Math.max(0, tokens.at() - 200); i--) {
      boolean declared =
          tokens.is(i, lifetime.substring(1))
              && tokens.is(i - 1, "<", ",")
              && tokens.is(i + 1, ">", ",", ":");
      if (declared) {
        out.insert("Declare the lifetime `" + lifetime + "`", tokens.start(i), "'");
        return;
      }
      if (tokens.is(i, ";", "}")) {
        return;
      }
    }
  }
}
