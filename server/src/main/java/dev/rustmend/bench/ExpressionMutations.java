package dev.rustmend.bench;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Mistakes in expressions and statements.
final class ExpressionMutations {
  private static final Set<String> WRAPPERS = Set.of("Some", "Ok");

  private ExpressionMutations() {}

  /// `Some(x)` or `Ok(x)` is only `x`.
  static Stream<List<TextEdit>> unwrapValue(MutableCode code) {
    return code.nodes("call_expression")
        .filter(call ->
            call.child("function").stream().anyMatch(name -> WRAPPERS.contains(name.text())))
        .flatMap(call ->
            call.child("arguments").stream()
                .map(SyntaxNode::namedChildren)
                .filter(arguments -> arguments.size() == 1)
                .map(arguments -> MutableCode.replace(call, arguments.getFirst().text())));
  }

  /// `?` is missing.
  static Stream<List<TextEdit>> dropQuestionMark(MutableCode code) {
    return code.nodes("try_expression")
        .map(question ->
            MutableCode.without(new TextRange(question.range().end() - 1, question.range().end())));
  }

  /// Two neighboring arguments change places.
  static Stream<List<TextEdit>> swapArguments(MutableCode code) {
    return code.nodes("arguments")
        .map(SyntaxNode::namedChildren)
        .flatMap(arguments ->
            IntStream.range(1, arguments.size())
                .filter(i -> !arguments.get(i).text().equals(arguments.get(i - 1).text()))
                .mapToObj(i -> swapped(arguments.get(i - 1), arguments.get(i))));
  }

  /// A literal is of another kind: `1.0` is `1`, `'a'` is `"a"`, `"a"` is `'a'`, `b'a'` is `'a'`.
  static Stream<List<TextEdit>> literalKind(MutableCode code) {
    return code.nodes("float_literal", "char_literal", "string_literal")
        .flatMap(literal ->
            otherKind(literal.text()).stream().map(other -> MutableCode.replace(literal, other)));
  }

  private static Optional<String> otherKind(String literal) {
    if (literal.endsWith(".0")) {
      return Optional.of(literal.substring(0, literal.length() - 2));
    }
    if (literal.startsWith("b'")) {
      return Optional.of(literal.substring(1));
    }
    if (literal.startsWith("'") && !literal.equals("'\"'")) {
      return Optional.of("\"" + literal.substring(1, literal.length() - 1) + "\"");
    }
    boolean single = literal.length() == 3 && literal.startsWith("\"") && !literal.equals("\"'\"");
    return single ? Optional.of("'" + literal.charAt(1) + "'") : Optional.empty();
  }

  /// A condition has `=` for `==`.
  static Stream<List<TextEdit>> assignForCompare(MutableCode code) {
    return code.nodes("binary_expression")
        .filter(ExpressionMutations::isInCondition)
        .flatMap(comparison -> comparison.children().stream())
        .filter(operator -> operator.is("=="))
        .map(operator -> MutableCode.replace(operator, "="));
  }

  private static boolean isInCondition(SyntaxNode comparison) {
    return Stream.concat(Stream.of(comparison), comparison.ancestors())
        .takeWhile(around -> !around.is("block"))
        .anyMatch(around -> around.field().equals(Optional.of("condition")));
  }

  /// The `!` of a macro's call is missing.
  static Stream<List<TextEdit>> dropBang(MutableCode code) {
    return code.macroCalls().stream()
        .flatMap(call -> call.children().stream())
        .filter(token -> token.is("!"))
        .map(token -> MutableCode.without(token.range()));
  }

  /// A field is missing in a struct's literal although a local variable has its name.
  static Stream<List<TextEdit>> dropFieldOfLiteral(MutableCode code) {
    return code.nodes("field_initializer", "shorthand_field_initializer")
        .filter(field ->
            MutableCode.locals(field)
                .contains(field.child("field").map(SyntaxNode::text).orElse(field.text())))
        .map(MutableCode::withoutElement);
  }

  /// A match does not know one of its cases.
  static Stream<List<TextEdit>> removeArm(MutableCode code) {
    return code.nodes("match_arm")
        .filter(arm -> arm.parent().stream().anyMatch(block -> block.namedChildren().size() > 1))
        .map(MutableCode::withoutWord);
  }

  /// A `let` stands behind the statement that uses its variable.
  static Stream<List<TextEdit>> moveLet(MutableCode code) {
    return code.nodes("let_declaration")
        .flatMap(let ->
            let
                .child("pattern")
                .filter(pattern -> pattern.is("identifier"))
                .flatMap(pattern -> next(let).filter(next -> mentions(next, pattern.text())))
                .filter(next -> next.text().endsWith(";") || next.text().endsWith("}"))
                .filter(next -> !isTail(next))
                .map(next -> swapped(let, next))
                .stream());
  }

  private static Optional<SyntaxNode> next(SyntaxNode statement) {
    List<SyntaxNode> siblings = statement.parent().orElseThrow().namedChildren();
    int at = siblings.indexOf(statement) + 1;
    return at < siblings.size() ? Optional.of(siblings.get(at)) : Optional.empty();
  }

  private static boolean isTail(SyntaxNode statement) {
    return next(statement).isEmpty() && !statement.text().endsWith(";");
  }

  private static boolean mentions(SyntaxNode statement, String name) {
    return statement
        .descendants()
        .anyMatch(node -> node.is("identifier") && node.text().equals(name));
  }

  private static List<TextEdit> swapped(SyntaxNode one, SyntaxNode other) {
    return List.of(
        new TextEdit(one.range(), other.text()), new TextEdit(other.range(), one.text()));
  }
}
