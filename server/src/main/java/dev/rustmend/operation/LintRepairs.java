package dev.rustmend.operation;

import dev.rustmend.syntax.RustLexer;
import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.TextRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the authors of lints want instead of what they warn about.
final class LintRepairs {
  private static final List<String> SIGNED = List.of("i8", "i16", "i32", "i64", "i128");
  private static final List<String> UNSIGNED = List.of("u8", "u16", "u32", "u64", "u128");
  private static final Pattern LITERAL =
      Pattern.compile("(0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7_]+|[0-9_]+)([iu]\\w+)?");
  private static final Pattern BETTER_NAME =
      Pattern.compile("convert the identifier to .* case: `(\\w+)`");

  private LintRepairs() {}

  /// A result that is dropped is passed on with `?` where the function returns a `Result`.
  static void propagate(Tokens tokens, Mends out) {
    int at = tokens.at();
    int fn = at;
    while (fn > 0 && !tokens.is(fn, "fn")) {
      fn--;
    }
    int open = tokens.find(fn + 1, "(");
    int close = open < 0 ? -1 : tokens.close(open);
    boolean result =
        tokens.site().diagnostic().message().contains("`Result`")
            || tokens.site().quoted().stream().anyMatch(q -> q.contains("Result"));
    if (close < 0 || !result || !tokens.is(close + 1, "->")) {
      return;
    }
    int body = tokens.find(close + 2, "{", "where");
    if (body > 0 && tokens.source(close + 2, body).contains("Result")) {
      out.insert("Pass the error on with `?`", tokens.site().primary().range().end(), "?");
    }
  }

  /// A name gets the case that its kind has in Rust, in all the crate.
  static void rename(Tokens tokens, Mends out) {
    String old = tokens.text(tokens.at());
    Optional<String> better = tokens.site().find(BETTER_NAME).or(() -> suggested(tokens));
    if (better.isEmpty() || better.get().equals(old)) {
      return;
    }
    Edits edits = out.edits();
    for (var tree : tokens.site().crate().trees().entrySet()) {
      boolean taken =
          tree.getValue()
              .root()
              .descendants()
              .anyMatch(node -> node.text().equals(better.get()) && node.children().isEmpty());
      if (taken) {
        return;
      }
      RustLexer.tokens(tree.getValue().source()).stream()
          .filter(token -> token.isWord() && token.text().equals(old))
          .forEach(token -> edits.replace(tree.getKey(), token.range(), better.get()));
      RustLexer.tokens(tree.getValue().source()).stream()
          .filter(token -> token.kind() == TokenKind.STRING && token.text().contains("{" + old))
          .forEach(token -> {
            String text = token.text().replaceAll("\\{" + old + "(?=[}:])", "{" + better.get());
            if (!text.equals(token.text())) {
              edits.replace(tree.getKey(), token.range(), text);
            }
          });
    }
    out.add("Rename `%s` to `%s`".formatted(old, better.get()), 0, edits);
  }

  private static Optional<String> suggested(Tokens tokens) {
    return tokens.site().diagnostic().suggestions().stream()
        .flatMap(suggestion -> suggestion.patch().edits(tokens.site().file()).stream())
        .map(edit -> edit.newText().strip())
        .filter(text -> text.matches("\\w+"))
        .findFirst();
  }

  /// A method that only calls itself reads the field of its name.
  static void readField(Tokens tokens, Mends out) {
    int start = tokens.site().primary().range().start();
    int end = tokens.site().primary().range().end();
    String fn = "";
    for (int i = 0; i < tokens.size() && tokens.start(i) <= end; i++) {
      boolean inside = tokens.start(i) >= start;
      if (inside && tokens.is(i, "fn")) {
        fn = tokens.text(i + 1);
      }
    }
    int from = tokens.at();
    String name = fn.isEmpty() ? tokens.text(from + 1) : fn;
    Edits edits = out.edits();
    boolean any = false;
    for (int i = from; i < Math.min(tokens.size(), from + 300); i++) {
      boolean call =
          tokens.are(i, "self", ".") && tokens.is(i + 2, name) && tokens.are(i + 3, "(", ")");
      if (call) {
        edits.delete(tokens.range(i + 3, i + 5));
        any = true;
        break;
      }
    }
    boolean field =
        tokens.site().crate().nodes(node -> node.is("field_declaration")).stream()
            .anyMatch(
                place -> place.node().child("name").filter(n -> n.text().equals(name)).isPresent());
    if (any && field) {
      out.add("Read the field `" + name + "`", 0, edits);
    } else if (any) {
      askField(tokens, out, from, name);
    }
  }

  /// `self.len()` inside of `len` asks a field: `self.items.len()`.
  private static void askField(Tokens tokens, Mends out, int from, String name) {
    int head = from;
    while (head > 0 && !(tokens.is(head, "impl") && tokens.startsLine(head))) {
      head--;
    }
    int open = tokens.find(head + 1, "{");
    int type = tokens.find(head + 1, "for");
    int at = type > 0 && type < open ? type + 1 : tokens.is(head + 1, "<") ? open - 1 : head + 1;
    int penalty = 10;
    for (var item : tokens.site().crate().types(tokens.text(at))) {
      for (var field :
          item.node().descendants().filter(n -> n.is("field_declaration")).limit(4).toList()) {
        String of = field.child("name").map(n -> n.text()).orElse("");
        for (int i = from; i < Math.min(tokens.size(), from + 300); i++) {
          if (tokens.are(i, "self", ".") && tokens.is(i + 2, name) && tokens.is(i + 3, "(")) {
            out.add(
                "Ask the field `" + of + "`",
                penalty,
                out.edits().insert(tokens.start(i + 2), of + "."));
            break;
          }
        }
        penalty += 5;
      }
    }
  }

  /// A literal that does not fit its type gets one that holds it: in the declaration or its suffix.
  static void widerType(Tokens tokens, Mends out) {
    int at = tokens.at();
    boolean negative = tokens.is(at, "-") || tokens.is(at - 1, "-");
    int literal = tokens.is(at, "-") ? at + 1 : at;
    Matcher number = LITERAL.matcher(tokens.text(literal));
    Optional<String> type =
        tokens.site().quoted().stream()
            .filter(q -> SIGNED.contains(q) || UNSIGNED.contains(q))
            .findFirst();
    if (tokens.get(literal).kind() != TokenKind.NUMBER || !number.matches() || type.isEmpty()) {
      return;
    }
    BigInteger value = value(number.group(1));
    String old = type.get();
    int penalty = 20;
    for (String wide : wider(old, value, negative)) {
      if (number.group(2) != null) {
        out.add(
            "Make the literal `" + wide + "`",
            penalty,
            out.edits().replace(tokens.get(literal).range(), number.group(1) + wide));
      }
      int statement = tokens.statement(literal);
      for (int i = statement; i < literal; i++) {
        if (tokens.is(i, old) && tokens.is(i - 1, ":", "&", "[", "<", "->")) {
          out.add(
              "Make the type `" + wide + "`",
              penalty,
              out.edits().replace(tokens.get(i).range(), wide));
        }
      }
      penalty += 5;
    }
  }

  private static BigInteger value(String digits) {
    String plain = digits.replace("_", "");
    return switch (plain.length() > 1 ? plain.substring(0, 2) : "") {
      case "0x" -> new BigInteger(plain.substring(2), 16);
      case "0b" -> new BigInteger(plain.substring(2), 2);
      case "0o" -> new BigInteger(plain.substring(2), 8);
      default -> new BigInteger(plain.isEmpty() ? "0" : plain);
    };
  }

  private static List<String> wider(String old, BigInteger value, boolean negative) {
    boolean signed = SIGNED.contains(old) || negative;
    int bits = Integer.parseInt(old.substring(1));
    var types = new ArrayList<String>();
    if (!negative && value.bitLength() <= bits && SIGNED.contains(old)) {
      types.add("u" + bits);
    }
    for (String type : signed ? SIGNED : UNSIGNED) {
      int room = Integer.parseInt(type.substring(1)) - (signed ? 1 : 0);
      boolean least = negative && value.subtract(BigInteger.ONE).bitLength() <= room;
      if ((value.bitLength() <= room || least) && types.size() < 2) {
        types.add(type);
      }
    }
    return types;
  }

  /// A value that is shifted or computed out of its type gets a wider suffix.
  static void widerSuffix(Tokens tokens, Mends out) {
    Map<String, String> wider =
        Map.of("i8", "i64", "i16", "i64", "i32", "i64", "u8", "u64", "u16", "u64", "u32", "u64");
    int at = tokens.at();
    Matcher number = LITERAL.matcher(tokens.text(at));
    if (tokens.get(at).kind() == TokenKind.NUMBER && number.matches()) {
      String suffix = number.group(2) == null ? "i32" : number.group(2);
      String wide = wider.get(suffix);
      if (wide != null) {
        out.add(
            "Make the literal `" + wide + "`",
            20,
            out.edits().replace(tokens.get(at).range(), number.group(1) + wide));
      }
    }
  }

  /// An arm that catches all is moved behind the others.
  static void catchAllLast(Tokens tokens, Mends out) {
    int at = tokens.at();
    int open = tokens.enclosing(at);
    int close = open < 0 ? -1 : tokens.close(open);
    if (close < 0 || !tokens.is(open, "{")) {
      return;
    }
    for (int i = open + 1; i < at; i++) {
      boolean start = tokens.is(i - 1, "{", ",", "}");
      boolean catchAll =
          start
              && tokens.enclosing(i) == open
              && tokens.is(i + 1, "=>")
              && (tokens.is(i, "_")
                  || (tokens.isName(i) && Character.isLowerCase(tokens.text(i).charAt(0))));
      if (catchAll) {
        int end = tokens.is(i + 2, "{") ? tokens.close(i + 2) + 1 : tokens.find(i + 2, ",");
        if (end < 0) {
          return;
        }
        int last = tokens.is(end, ",") ? end + 1 : end;
        String arm = tokens.source(i, tokens.is(end, ",") ? end : last);
        boolean comma = tokens.is(close - 1, ",", "}");
        out.add(
            "Move the arm that catches all to the end",
            0,
            out.edits()
                .delete(new TextRange(tokens.start(i), tokens.start(last)))
                .insert(
                    tokens.end(close - 1),
                    (comma ? "" : ",") + "\n" + tokens.indent(i) + arm + ","));
        return;
      }
    }
  }

  /// A result that nobody wants is dropped openly, with `let _ =`.
  static void dropOpenly(Tokens tokens, Mends out) {
    int start = tokens.site().primary().range().start();
    if (tokens.statement(tokens.at()) == tokens.at()) {
      out.insert("Drop the result openly with `let _ =`", start, "let _ = ");
    }
  }

  /// A type gets `#[derive(Debug)]`.
  static void deriveDebug(Tokens tokens, Mends out) {
    int at = tokens.at();
    int item = tokens.is(at - 1, "pub") ? at - 1 : at;
    boolean derives = tokens.is(item - 1, "]") && tokens.is(tokens.open(item - 1) + 1, "derive");
    if (derives) {
      int close = item - 2;
      out.insert(
          "Derive `Debug`",
          tokens.start(close),
          tokens.is(close - 1, "(", ",") ? "Debug" : ", Debug");
    } else {
      out.insert("Derive `Debug`", tokens.start(item), "#[derive(Debug)]\n" + tokens.indent(item));
    }
  }

  /// A memory ordering that an operation can not have gets the one that its direction allows.
  static void atomicOrdering(Tokens tokens, Mends out) {
    String message = tokens.site().diagnostic().message();
    String better =
        message.contains("load") || message.contains("failure")
            ? "Acquire"
            : message.contains("store") ? "Release" : "SeqCst";
    for (int i = tokens.at(); i < tokens.at() + 6; i++) {
      if (tokens.is(i, "Release", "AcqRel", "Acquire", "Relaxed")) {
        out.replace("Order it with `" + better + "`", tokens.get(i).range(), better);
        return;
      }
    }
  }
}
