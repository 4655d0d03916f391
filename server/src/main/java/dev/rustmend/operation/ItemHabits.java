package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Map;

/// Types, traits, imports and statements as other languages write them at the top of a file.
final class ItemHabits {
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "class",
          "struct",
          "interface",
          "trait",
          "protocol",
          "trait",
          "record",
          "struct",
          "namespace",
          "mod",
          "module",
          "mod",
          "package",
          "mod",
          "typedef",
          "type");

  private ItemHabits() {}

  /// `class`, `interface`, `namespace` become `struct`, `trait`, `mod`.
  static void keyword(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    String title = "";
    for (int i = 0; i < tokens.size(); i++) {
      String rust = KEYWORDS.get(tokens.text(i));
      boolean item = tokens.startsLine(i) || tokens.is(i - 1, "pub");
      if (rust != null
          && item
          && tokens.isName(i + 1)
          && tokens.is(i + 2, "{", "<", ";", "(", ":")) {
        edits.replace(tokens.get(i).range(), rust);
        title = "Write `%s` instead of `%s`".formatted(rust, tokens.text(i));
      }
    }
    if (!title.isEmpty()) {
      out.add(title, 0, edits);
    }
  }

  /// `impl Type : Trait {` becomes `impl Trait for Type {`.
  static void implOrder(Tokens tokens, Mends out) {
    int head = tokens.lineStart(tokens.at());
    int open = tokens.is(head, "impl") ? tokens.find(head + 1, "{") : -1;
    int of = open < 0 ? -1 : tokens.find(head + 1, "of", "on", "to");
    if (of > 0 && of < open) {
      out.replace("Write `for` between trait and type", tokens.get(of).range(), "for");
    }
    int colon = open < 0 ? -1 : tokens.find(head + 1, ":", "implements", "extends");
    if (colon > head + 1 && colon < open && !tokens.is(head + 1, "<")) {
      String text = tokens.source(colon + 1, open) + " for " + tokens.source(head + 1, colon);
      out.replace("Write `impl " + text + "`", tokens.range(head + 1, open), text);
    }
  }

  /// `import a.b.c;`, `#include <a>`, `using a::b;` and `use a.b` become `use a::b`.
  static void imports(Tokens tokens, Mends out) {
    Edits edits = out.edits();
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean include = tokens.are(i, "#", "include");
      boolean word = tokens.is(i, "import", "using", "use", "require", "include");
      if (tokens.startsLine(i) && (include || word)) {
        int from = include ? i + 2 : i + 1;
        int end = from;
        while (end < tokens.size()
            && !tokens.is(end, ";")
            && (end == from || !tokens.startsLine(end))) {
          end++;
        }
        String path = path(tokens, from, end);
        boolean semicolon = tokens.is(end, ";");
        if (!path.isEmpty() && !(tokens.is(i, "use") && path.equals(tokens.source(from, end)))) {
          edits.replace(tokens.range(i, end), "use " + path + (semicolon ? "" : ";"));
          count++;
        }
        i = end;
      }
    }
    if (count > 0) {
      out.add("Import with `use` and `::`", 0, edits);
    }
  }

  private static String path(Tokens tokens, int from, int end) {
    var path = new StringBuilder();
    for (int i = from; i < end; i++) {
      boolean edge =
          (i == from && tokens.is(i, "<", "(")) || (i == end - 1 && tokens.is(i, ">", ")"));
      if (tokens.is(i, ".", "/", ":")) {
        path.append("::");
      } else if (tokens.is(i, "as")) {
        path.append(" as ");
      } else if (tokens.is(i, ",")) {
        path.append(", ");
      } else if (!edge) {
        String text = tokens.text(i);
        boolean quoted = text.startsWith("\"") || text.startsWith("'");
        path.append(quoted ? text.replaceAll("[\"']", "").replaceAll("[./]", "::") : text);
      }
    }
    return path.toString();
  }

  /// The fields of the struct around get the form `name: Type,`.
  static void fields(Tokens tokens, Mends out) {
    int open = tokens.enclosing(tokens.at());
    int close = open < 0 ? -1 : tokens.close(open);
    if (close < 0 || !tokens.is(open, "{")) {
      return;
    }
    Edits edits = out.edits();
    boolean changed = false;
    int from = open + 1;
    while (from < close) {
      int end = fieldEnd(tokens, from, close);
      changed |= field(tokens, edits, from, end);
      if (tokens.is(end, ";")) {
        edits.replace(tokens.get(end).range(), ",");
        changed = true;
      } else if (!tokens.is(end, ",") && end < close) {
        edits.insert(tokens.end(end - 1), ",");
        changed = true;
      }
      from = tokens.is(end, ",", ";") ? end + 1 : end;
    }
    if (changed) {
      out.add("Write the fields as `name: Type,`", 0, edits);
    }
  }

  private static int fieldEnd(Tokens tokens, int from, int close) {
    int angle = 0;
    for (int i = from; i < close; i++) {
      if (tokens.isOpen(i)) {
        i = Math.max(i, tokens.close(i));
        continue;
      }
      angle += tokens.is(i, "<") ? 1 : tokens.is(i, ">") ? -1 : 0;
      boolean separator = tokens.is(i, ",", ";") && angle <= 0;
      boolean line = i > from && angle <= 0 && tokens.startsLine(i) && !tokens.is(i - 1, "]", ":");
      if (separator || line) {
        return i;
      }
    }
    return close;
  }

  private static boolean field(Tokens tokens, Edits edits, int from, int end) {
    int first = from;
    while (tokens.is(first, "#") && tokens.is(first + 1, "[")) {
      first = tokens.close(first + 1) + 1;
    }
    int begin = first;
    boolean isPublic = tokens.is(first, "pub", "public");
    while (tokens.is(first, "pub", "public", "private", "let", "var", "const", "final", "mut")) {
      first++;
    }
    if (tokens.is(first, "(") && isPublic) {
      first = tokens.close(first) + 1;
    }
    int colon = tokens.find(first, ":", "=");
    boolean words = first > begin && !(first == begin + 1 && tokens.is(begin, "pub"));
    String prefix = isPublic ? "pub " : "";
    if (colon == first + 1 && colon < end) {
      boolean assign = tokens.is(colon, "=");
      String type =
          end == colon + 2 ? CTypes.rust(tokens.text(colon + 1)) : tokens.source(colon + 1, end);
      boolean other = !type.equals(tokens.source(colon + 1, end));
      if ((assign || other || words) && !tokens.is(begin + 1, "(")) {
        edits.replace(tokens.range(begin, end), prefix + tokens.text(first) + ": " + type);
        return true;
      }
      return false;
    }
    if ((colon >= 0 && colon < end) || end - first < 2 || tokens.is(begin + 1, "(")) {
      return false;
    }
    int last = end - 1;
    boolean typeFirst = CTypes.looksLikeType(tokens.text(first)) || tokens.is(first, "&");
    if (typeFirst && tokens.isName(last)) {
      String type =
          last == first + 1 ? CTypes.rust(tokens.text(first)) : tokens.source(first, last);
      edits.replace(tokens.range(begin, end), prefix + tokens.text(last) + ": " + type);
      return true;
    }
    if (tokens.isName(first) && !tokens.is(first + 1, "(", "{")) {
      edits.insert(tokens.end(first), ":");
      return true;
    }
    return false;
  }

  /// The variants of the enum around are separated by commas, and their data put in the right
  /// brackets: `Mid: u8` becomes `Mid(u8)`, `High(code: i32)` becomes `High { code: i32 }`.
  static void variants(Tokens tokens, Mends out) {
    int open = tokens.at();
    for (int up = 0; up < 2 && open >= 0; up++) {
      open = tokens.enclosing(open);
      int head = open < 0 ? -1 : tokens.statement(open);
      while (tokens.is(head, "#", "pub", "[")) {
        head =
            tokens.is(head, "#") && tokens.is(head + 1, "[")
                ? tokens.close(head + 1) + 1
                : head + 1;
      }
      if (head >= 0 && tokens.is(head, "enum")) {
        variants(tokens, out, open);
        return;
      }
    }
  }

  private static void variants(Tokens tokens, Mends out, int open) {
    int close = tokens.close(open);
    Edits edits = out.edits();
    boolean changed = false;
    int from = open + 1;
    while (from < close) {
      int end = fieldEnd(tokens, from, close);
      if (tokens.is(end, ";")) {
        edits.replace(tokens.get(end).range(), ",");
        changed = true;
      } else if (!tokens.is(end, ",") && end < close) {
        edits.insert(tokens.end(end - 1), ",");
        changed = true;
      }
      if (tokens.is(from + 1, ":")) {
        String type = tokens.source(from + 2, end);
        edits.replace(new TextRange(tokens.end(from), tokens.end(end - 1)), "(" + type + ")");
        changed = true;
      } else if (tokens.is(from + 1, "(") && tokens.isName(from + 2) && tokens.is(from + 3, ":")) {
        changed |= braces(tokens, edits, from + 1);
      }
      from = tokens.is(end, ",", ";") ? end + 1 : end;
    }
    if (changed) {
      out.add("Write the variants as Rust does", 0, edits);
    }
  }

  /// `struct P(x: i32);` becomes `struct P { x: i32 }`.
  static void namedTupleFields(Tokens tokens, Mends out) {
    int open = tokens.enclosing(tokens.at());
    int close = open < 0 ? -1 : tokens.close(open);
    if (close > 0
        && tokens.is(open, "(")
        && tokens.is(tokens.statement(open), "struct", "pub", "#")) {
      Edits edits = out.edits();
      braces(tokens, edits, open);
      if (tokens.is(close + 1, ";")) {
        edits.delete(tokens.get(close + 1).range());
      }
      out.add("Put the named fields in braces", 0, edits);
    }
  }

  private static boolean braces(Tokens tokens, Edits edits, int open) {
    int close = tokens.close(open);
    if (close < 0) {
      return false;
    }
    edits.replace(tokens.get(open).range(), " { ").replace(tokens.get(close).range(), " }");
    return true;
  }

  /// Statements outside of every function are put into `fn main() { … }`.
  static void statementsIntoMain(Tokens tokens, Mends out) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.are(i, "fn", "main")) {
        return;
      }
    }
    int start = tokens.lineStart(tokens.at());
    List<String> items = List.of("fn", "struct", "enum", "impl", "trait", "mod", "use", "pub", "#");
    int end = start;
    while (end < tokens.size()) {
      if (tokens.startsLine(end) && items.contains(tokens.text(end))) {
        break;
      }
      if (tokens.isOpen(end)) {
        int close = tokens.close(end);
        if (close < 0) {
          return;
        }
        end = close;
      }
      end++;
    }
    if (end == start) {
      return;
    }
    Edits edits = out.edits().insert(tokens.start(start), "fn main() {\n    ");
    for (int i = start + 1; i < end; i++) {
      if (tokens.startsLine(i)) {
        edits.insert(tokens.start(i) - tokens.column(i), "    ");
      }
    }
    edits.insert(tokens.endOfLine(end - 1), "\n}");
    out.add("Put the statements into `fn main`", 0, edits);
  }

  /// The methods inside of a struct are moved into an `impl` behind it.
  static void methodsIntoImpl(Tokens tokens, Mends out) {
    int open = tokens.enclosing(tokens.at());
    int close = open < 0 ? -1 : tokens.close(open);
    int head = open < 0 ? -1 : tokens.statement(open);
    int keyword = head;
    while (keyword >= 0 && keyword < open && !tokens.is(keyword, "struct", "enum", "union")) {
      keyword++;
    }
    if (close < 0 || keyword >= open) {
      return;
    }
    Edits edits = out.edits();
    var methods = new StringBuilder();
    for (int i = open + 1; i < close; i++) {
      boolean first = tokens.startsLine(i) && tokens.is(i, "fn", "pub", "async", "unsafe", "const");
      int fn = i;
      while (first && tokens.is(fn, "pub", "async", "unsafe", "const")) {
        fn++;
      }
      int body = first && tokens.is(fn, "fn") ? tokens.find(fn, "{") : -1;
      if (body > 0) {
        int end = tokens.close(body);
        int from = tokens.startWithComments(i);
        int until = tokens.endOfLine(end);
        methods.append(methods.isEmpty() ? "" : "\n\n").append(slice(tokens, from, until));
        edits.delete(new TextRange(Math.max(tokens.endOfLine(i - 1), 0), until));
        i = tokens.is(end + 1, ",") ? end + 1 : end;
      } else if (tokens.isOpen(i)) {
        i = Math.max(i, tokens.close(i));
      }
    }
    if (!methods.isEmpty()) {
      String type = tokens.source(keyword + 1, open).replaceAll("\\s*where.*", "").strip();
      int angle = type.indexOf('<');
      String generics = angle < 0 ? "" : type.substring(angle);
      String plain = generics.replaceAll(":[^,>]*", "");
      String name = angle < 0 ? type : type.substring(0, angle) + plain;
      String indent = tokens.indent(head);
      edits.insert(
          tokens.endOfLine(close),
          "\n\n%simpl%s %s {\n%s\n%s}".formatted(indent, generics, name, methods, indent));
      out.add("Move the functions into `impl " + name + "`", 0, edits);
    }
  }

  private static String slice(Tokens tokens, int from, int to) {
    return tokens.site().text().slice(new TextRange(from, to));
  }
}
