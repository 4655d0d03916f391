package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns numbers, characters and truth values into one another.
///
/// Literals change their kind; a narrower number becomes a wider one with `From`, which can not
/// lose anything; `as` is the last resort. Where a value may not fit and the function returns a
/// `Result`, `try_from` with `?` checks it.
final class NumberAdapter {
  private static final Pattern LITERAL =
      Pattern.compile("-?([0-9][0-9_]*)(\\.[0-9_]*)?([iuf](?:8|16|32|64|128|size))?");
  private static final int CAST = 12;

  private NumberAdapter() {}

  static List<Adaptation> adapt(Value value) {
    var found = new ArrayList<Adaptation>();
    RustType expected = value.expected();
    RustType actual = value.found().bare();
    if (expected.isNumber() && actual.isNumber() && !expected.fits(actual)) {
      literal(value, found);
      convert(value, found);
    }
    characters(value, found);
    if (expected.text().equals("bool")) {
      test(value, actual, found);
    }
    if (expected.isNumber() && actual.text().equals("bool")) {
      found.add(
          value.call(
              "widen", "Turn " + value.name() + " into a number", target(expected) + "::from"));
    }
    return found;
  }

  private static String target(RustType expected) {
    return switch (expected.text()) {
      case "{integer}" -> "i32";
      case "{float}" -> "f64";
      default -> expected.text();
    };
  }

  private static void literal(Value value, List<Adaptation> found) {
    String text = value.node().text();
    Matcher literal = LITERAL.matcher(text);
    if (!literal.matches()) {
      return;
    }
    boolean whole = literal.group(2) == null;
    String suffix = literal.group(3);
    RustType expected = value.expected();
    if (suffix != null) {
      String plain = text.substring(0, text.length() - suffix.length());
      String written = expected.text().startsWith("{") ? plain : plain + expected.text();
      found.add(
          Adaptation.rewritten("literal", "Write `" + text + "` as `" + written + "`", written));
    } else if (whole && expected.isFloat()) {
      found.add(Adaptation.of("literal", "Write `" + text + "` as `" + text + ".0`", "", ".0"));
    } else if (!whole && expected.isInteger() && literal.group(2).matches("\\.0*_?")) {
      String written = text.substring(0, text.indexOf('.'));
      found.add(
          Adaptation.rewritten("literal", "Write `" + text + "` as `" + written + "`", written)
              .penalized(8));
    }
  }

  private static void convert(Value value, List<Adaptation> found) {
    RustType expected = value.expected();
    RustType actual = value.found().bare();
    if (isLiteral(value)) {
      return;
    }
    boolean reference = value.found().isReference();
    String star = reference ? "*" : "";
    String type = target(expected);
    RustType source = actual.text().equals("{integer}") ? RustType.of("i32") : actual;
    boolean divides = expected.isFloat() && actual.isInteger() && divides(value.node());
    if (divides) {
      quotient(value, type).ifPresent(found::add);
      return; // converted afterwards, the fraction would be gone
    }
    if (source.widensTo(RustType.of(type))) {
      found.add(
          Adaptation.of(
              "widen",
              "Convert " + value.name() + " to `" + type + "`",
              type + "::from(" + star,
              ")"));
    }
    boolean fallible = value.returned().filter(result -> result.isNamed("Result")).isPresent();
    if (!source.widensTo(RustType.of(type))
        && expected.isInteger()
        && actual.isInteger()
        && fallible) {
      found.add(
          Adaptation.of(
              "try-from",
              "Convert " + value.name() + " to `" + type + "` with a check",
              type + "::try_from(" + star,
              ")?"));
    }
    boolean simple = Nodes.isAtom(value.node()) || value.is("unary_expression");
    String open = simple ? star : "(" + star;
    String close = simple ? "" : ")";
    Adaptation cast =
        Adaptation.of(
            "cast", "Cast " + value.name() + " to `" + type + "`", open, close + " as " + type);
    int penalty = source.widensTo(RustType.of(type)) ? CAST + 8 : CAST;
    int loss = actual.isFloat() && expected.isInteger() ? 20 : 0;
    found.add(castIn(value, cast).penalized(penalty + loss));
  }

  private static boolean divides(SyntaxNode node) {
    return node.is("binary_expression")
        && node.child("operator").filter(operator -> operator.text().equals("/")).isPresent();
  }

  /// A division of integers loses its fraction before it is converted, so the operands are.
  private static Optional<Adaptation> quotient(Value value, String type) {
    SyntaxNode node = value.node();
    return node.child("left")
        .flatMap(left ->
            node.child("right")
                .map(right ->
                    Adaptation.rewritten(
                        "quotient",
                        "Divide as `" + type + "`, with the fraction",
                        Nodes.operand(left)
                            + " as "
                            + type
                            + " / "
                            + Nodes.operand(right)
                            + " as "
                            + type)));
  }

  /// Both operands cast to `type`.
  static Edits quotient(SyntaxNode left, SyntaxNode right, RustType type, Edits edits) {
    for (SyntaxNode side : List.of(left, right)) {
      boolean atom = Nodes.isAtom(side);
      if (side.is("integer_literal")) {
        edits.insert(side.range().end(), ".0");
      } else {
        edits.wrap(side.range(), atom ? "" : "(", (atom ? "" : ")") + " as " + type);
      }
    }
    return edits;
  }

  /// A cast in parentheses where an operator, a method or `<` follows.
  private static Adaptation castIn(Value value, Adaptation cast) {
    boolean inside =
        value
            .node()
            .parent()
            .filter(parent ->
                parent.is("field_expression")
                    || parent.is("unary_expression")
                    || (parent.is("binary_expression") && compares(value, parent.text())))
            .isPresent();
    return inside
        ? Adaptation.of(cast.kind(), cast.title(), "(" + cast.before(), cast.after() + ")")
        : cast;
  }

  /// `x as usize < y` would read as the start of generic arguments.
  private static boolean compares(Value value, String text) {
    String after = text.substring(Math.min(text.length(), value.node().text().length())).strip();
    return after.startsWith("<");
  }

  private static boolean isLiteral(Value value) {
    return value.is("integer_literal") || value.is("float_literal");
  }

  private static void characters(Value value, List<Adaptation> found) {
    String expected = value.expected().text();
    String actual = value.found().bare().text();
    if (actual.equals("char") && (expected.equals("u32") || expected.equals("u64"))) {
      found.add(
          value.call("widen", "Convert " + value.name() + " to its number", expected + "::from"));
    } else if (actual.equals("char") && value.expected().isInteger()) {
      letter(value, found);
      found.add(
          value
              .postfix(
                  "cast",
                  "Cast " + value.name() + " to `" + target(value.expected()) + "`",
                  " as " + (expected.equals("u8") ? "u8" : "u32 as " + target(value.expected())))
              .penalized(CAST));
    } else if (expected.equals("char") && actual.equals("u8")) {
      if (value.node().text().startsWith("b'")) {
        found.add(
            Adaptation.rewritten(
                "literal",
                "Write " + value.name() + " as a character",
                value.node().text().substring(1)));
      }
      found.add(value.call("widen", "Convert " + value.name() + " to `char`", "char::from"));
    }
  }

  private static void letter(Value value, List<Adaptation> found) {
    if (value.is("char_literal") && value.expected().text().equals("u8")) {
      found.add(Adaptation.of("literal", "Write " + value.name() + " as a byte", "b", ""));
    }
  }

  /// A condition out of something else.
  private static void test(Value value, RustType actual, List<Adaptation> found) {
    boolean negated = value.is("unary_expression") && value.node().text().startsWith("!");
    if (actual.isInteger() && negated) {
      String inner = value.node().text().substring(1).strip();
      found.add(Adaptation.rewritten("test", "Compare `" + inner + "` with zero", inner + " == 0"));
    } else if (actual.isNumber()) {
      String zero = actual.isFloat() ? "0.0" : "0";
      String star = value.found().isReference() ? "*" : "";
      boolean simple = Nodes.isAtom(value.node());
      found.add(
          Adaptation.of(
              "test",
              "Compare " + value.name() + " with zero",
              simple ? star : star + "(",
              (simple ? "" : ")") + " != " + zero));
    }
    Optional<String> method =
        Optional.ofNullable(
            switch (actual.name()) {
              case "Option" -> ".is_some()";
              case "Result" -> ".is_ok()";
              default -> null;
            });
    method.ifPresent(call ->
        found.add(
            value.postfix(
                "test", "Ask " + value.name() + " with `" + call.substring(1) + "`", call)));
    if (actual.isText() || actual.isNamed("Vec", "HashMap", "HashSet", "VecDeque")) {
      found.add(
          Adaptation.of(
                  "test", "Ask whether " + value.name() + " holds anything", "!", ".is_empty()")
              .penalized(20));
    }
  }
}
