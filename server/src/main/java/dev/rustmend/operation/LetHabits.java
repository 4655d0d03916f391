package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.Set;
import java.util.regex.Pattern;

/// Variables declared as in other languages, turned into `let`.
final class LetHabits {
  private static final Set<String> CHANGING =
      Set.of("push", "push_str", "insert", "clear", "pop", "remove", "extend", "sort", "append");
  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "^=", "&=", "|=");

  /// Types that change behind a shared reference: each use of a constant would get its own.
  private static final Pattern INSIDE_MUTABLE =
      Pattern.compile("\\b(?:Atomic\\w+|Mutex|RwLock|OnceLock|LazyLock)\\b");

  private LetHabits() {}

  /// `int x = 1;` and `String s = …;` become `let x: i32 = 1;`; `var x`, `auto x` become `let x`.
  static void typedDeclaration(Tokens tokens, Mends out) {
    int first = tokens.statement(tokens.at());
    int qualifier = first;
    while (tokens.is(first, "const", "final", "static", "unsigned", "val", "local", "my")) {
      first++;
    }
    boolean behindLet =
        tokens.is(first, "let")
            && CTypes.looksLikeType(tokens.text(first + 1))
            && tokens.isName(first + 2);
    first += behindLet ? 1 : 0;
    int name = nameOfDeclaration(tokens, first);
    if (name < 0) {
      return;
    }
    boolean array = tokens.is(name + 1, "[");
    int bracket = array ? tokens.close(name + 1) : -1;
    int equals = array ? bracket + 1 : name + 1;
    if (!tokens.is(equals, "=", ";")) {
      return;
    }
    boolean inferred =
        name == first || tokens.is(first, "var", "auto", "def", "dim", "let", "mut", "in");
    boolean mutable = isChanged(tokens, tokens.text(name), equals + 1);
    var text = new StringBuilder(mutable ? "let mut " : "let ").append(tokens.text(name));
    if (!inferred) {
      String type = type(tokens, first, name);
      text.append(": ").append(array ? array(tokens, type, name, bracket) : type);
    }
    Edits edits = out.edits().replace(tokens.range(qualifier, equals), text.toString());
    if (array && tokens.is(equals + 1, "{")) {
      int close = tokens.close(equals + 1);
      edits.replace(tokens.get(equals + 1).range(), "[");
      if (close > 0) {
        edits.replace(tokens.get(close).range(), "]");
      }
    }
    out.add("Declare `" + tokens.text(name) + "` with `let`", 0, edits);
  }

  private static String array(Tokens tokens, String type, int name, int bracket) {
    String length = tokens.source(name + 2, bracket);
    return length.isEmpty() ? "&[" + type + "]" : "[" + type + "; " + length + "]";
  }

  private static String type(Tokens tokens, int first, int name) {
    return name == first + 1 ? CTypes.rust(tokens.text(first)) : tokens.source(first, name).strip();
  }

  /// The name in `T name =`, `Vec<T> name =`, `var name =`; -1 when it is no declaration.
  private static int nameOfDeclaration(Tokens tokens, int first) {
    boolean word =
        tokens.is(first, "var", "auto", "dim") || CTypes.looksLikeType(tokens.text(first));
    boolean reference = tokens.is(first, "&");
    if (!word && !reference && !tokens.is(first - 1, "const", "val", "final", "my", "local")) {
      return -1;
    }
    int i = first;
    int angle = 0;
    while (i < tokens.size() && !tokens.is(i, "=", ";", "(", "{", "}")) {
      angle += tokens.is(i, "<") ? 1 : tokens.is(i, ">") ? -1 : 0;
      boolean follows = tokens.is(i + 1, "=", ";", "[");
      if (angle == 0 && follows && tokens.isName(i)) {
        boolean afterType = i > first && !tokens.is(i - 1, ".", "::", ":");
        return afterType || (i == first && !word) ? i : -1;
      }
      i++;
    }
    return -1;
  }

  /// Whether `name` is written to behind token `from`.
  static boolean isChanged(Tokens tokens, String name, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.is(i, "fn")) {
        return false;
      }
      if (!tokens.is(i, name) || tokens.is(i - 1, ".")) {
        continue;
      }
      int after = tokens.is(i + 1, "[") ? tokens.close(i + 1) + 1 : i + 1;
      boolean written = ASSIGNMENTS.contains(tokens.text(after)) && !tokens.is(i - 1, "let");
      boolean called = tokens.is(i + 1, ".") && CHANGING.contains(tokens.text(i + 2));
      boolean stepped = tokens.are(i + 1, "+", "+") || tokens.are(i + 1, "-", "-");
      if (written || called || stepped || tokens.are(i - 2, "&", "mut")) {
        return true;
      }
    }
    return false;
  }

  /// Every `x := 1` of the file becomes `let x = 1`.
  static void walrus(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 1; i < tokens.size(); i++) {
      boolean tight = tokens.end(i) == tokens.start(i + 1);
      boolean first =
          tokens.is(i - 2, ";", "{", "}")
              || tokens.startsLine(i - 1)
              || tokens.is(i - 2, "let", "mut");
      if (tokens.are(i, ":", "=") && tight && tokens.isName(i - 1) && first) {
        String name = tokens.text(i - 1);
        if (!tokens.is(i - 2, "let", "mut")) {
          boolean changed = isChanged(tokens, name, i + 2);
          edits.insert(tokens.start(i - 1), changed ? "let mut " : "let ");
        }
        edits.replace(tokens.range(i, i + 2), tokens.end(i - 1) == tokens.start(i) ? " =" : "=");
        count++;
      }
    }
    if (count > 0) {
      out.add("Declare with `let` and `=`", 0, edits);
    }
  }

  /// `let x: = 1` loses its colon; `let mut: x` and the like keep to the order `let mut x: T`.
  static void missingType(Tokens tokens, Mends out) {
    int at = tokens.at();
    if (tokens.is(at, "=") && tokens.is(at - 1, ":")) {
      out.replace(
          "Leave the type to be inferred",
          new TextRange(tokens.end(at - 2), tokens.end(at - 1)),
          "");
    }
    if (tokens.is(at, "{", "where", ";") && tokens.is(at - 1, "->")) {
      out.replace(
          "Remove `->`: nothing is returned",
          new TextRange(tokens.end(at - 2), tokens.end(at - 1)),
          "");
    }
  }

  /// `mut x: T` in a type's place (`x: mut T`) goes before the name; `&self` after `mut` before it.
  static void mutPlace(Tokens tokens, Mends out) {
    int at = tokens.at();
    int mut = tokens.is(at, "mut") ? at : tokens.is(at - 1, "mut") ? at - 1 : at + 1;
    if (!tokens.is(mut, "mut")) {
      return;
    }
    if (tokens.is(mut + 1, "&")) {
      out.replace("Write `&mut`", tokens.range(mut, mut + 2), "&mut ");
    }
    if (tokens.is(mut - 1, ":") && tokens.isName(mut - 2)) {
      out.add("Take it by `&mut`", 0, out.edits().insert(tokens.start(mut), "&"));
      out.add(
          "Put `mut` before `" + tokens.text(mut - 2) + "`",
          2,
          out.edits()
              .insert(tokens.start(mut - 2), "mut ")
              .delete(new TextRange(tokens.start(mut), tokens.start(mut + 1))));
    }
    if (tokens.is(mut - 1, "let") || tokens.is(mut + 1, "let")) {
      return;
    }
    if (tokens.isName(mut - 1) && tokens.is(mut - 2, "let")) {
      out.add(
          "Put `mut` before `" + tokens.text(mut - 1) + "`",
          0,
          out.edits()
              .insert(tokens.start(mut - 1), "mut ")
              .delete(new TextRange(tokens.end(mut - 1), tokens.end(mut))));
    }
  }

  /// A constant can not be `mut`.
  static void constantMut(Tokens tokens, Mends out) {
    int at = tokens.at();
    int mut = tokens.is(at, "mut") ? at : at + 1;
    int equals = tokens.find(mut, "=");
    String type = equals < 0 ? "" : tokens.source(mut, equals);
    boolean shared = INSIDE_MUTABLE.matcher(type).find() && tokens.is(mut - 1, "const");
    if (shared) {
      TextRange range = new TextRange(tokens.start(mut - 1), tokens.start(mut + 1));
      out.replace("Declare a `static`", range, "static ");
    } else if (tokens.is(mut, "mut") && !isChanged(tokens, tokens.text(mut + 1), mut + 2)) {
      out.replace("Remove `mut`", new TextRange(tokens.start(mut), tokens.start(mut + 1)), "");
    }
  }

  /// `let a = (let b = v);` becomes `let a = v;`, with `let b = v;` before it where `b` is used.
  static void innerLet(Tokens tokens, Mends out) {
    int at = tokens.at();
    boolean inside = tokens.is(at, "let") && tokens.is(at - 1, "=", "(");
    int name = tokens.is(at + 1, "mut") ? at + 2 : at + 1;
    if (!inside || !tokens.isName(name) || !tokens.is(name + 1, "=")) {
      return;
    }
    boolean used = false;
    for (int i = name + 2; i < tokens.size(); i++) {
      used |= tokens.is(i, tokens.text(name));
    }
    boolean wrapped = tokens.is(at - 1, "(");
    int end = wrapped ? tokens.close(at - 1) : tokens.find(name + 2, ";");
    int first = tokens.statement(at);
    if (end < 0) {
      return;
    }
    String value = tokens.source(name + 2, end);
    TextRange range = wrapped ? tokens.range(at - 1, end + 1) : tokens.range(at, end);
    Edits edits = out.edits().replace(range, used ? tokens.text(name) : value);
    if (used) {
      String let = tokens.source(at, name + 1) + " = " + value + ";\n" + tokens.indent(first);
      edits.insert(tokens.start(first), let);
    }
    out.add("Take the `let` out of the expression", 0, edits);
  }
}
