package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The branches of a value: where an `if`, a `match` or a block gets it from.
final class LeafExpressions {
  private static final Set<String> LEAVING =
      Set.of("return_expression", "break_expression", "continue_expression");
  private static final Set<String> DIVERGING =
      Set.of("panic", "unreachable", "todo", "unimplemented");

  private LeafExpressions() {}

  /// The expressions that give `node` its value, each the end of a branch; branches that leave
  /// instead are left out.
  static List<SyntaxNode> of(SyntaxNode node) {
    return leaves(node).toList();
  }

  private static Stream<SyntaxNode> leaves(SyntaxNode node) {
    return switch (node.kind()) {
      case "if_expression" ->
          Stream.concat(
              node.child("consequence").stream().flatMap(LeafExpressions::leaves),
              node.child("alternative").stream()
                  .flatMap(other -> other.namedChildren().stream())
                  .flatMap(LeafExpressions::leaves));
      case "block" -> tail(node).stream().flatMap(LeafExpressions::leaves);
      case "parenthesized_expression" ->
          node.namedChildren().stream().flatMap(LeafExpressions::leaves);
      case "match_expression" ->
          node.child("body").stream()
              .flatMap(body -> body.namedChildren().stream())
              .flatMap(arm -> arm.child("value").stream())
              .flatMap(LeafExpressions::leaves);
      default -> diverges(node) ? Stream.empty() : Stream.of(node);
    };
  }

  private static boolean diverges(SyntaxNode node) {
    boolean macro =
        node.is("macro_invocation")
            && DIVERGING.contains(node.child("macro").map(SyntaxNode::text).orElse(""));
    return LEAVING.contains(node.kind()) || macro || node.text().contains("process::exit(");
  }

  /// The expression that gives a block its value. An `if` or `match` is a statement to the parser
  /// even without its semicolon.
  static Optional<SyntaxNode> tail(SyntaxNode block) {
    List<SyntaxNode> children = block.namedChildren();
    return Optional.of(children)
        .filter(all -> !all.isEmpty())
        .map(List::getLast)
        .filter(last -> !last.text().endsWith(";"))
        .map(last ->
            last.is("expression_statement") && last.namedChildren().size() == 1
                ? last.namedChildren().getFirst()
                : last)
        .filter(Nodes::isExpression);
  }

  private static boolean same(SyntaxNode tail, SyntaxNode leaf) {
    return tail.range().encloses(leaf.range());
  }

  /// The outermost `if` or `match` that has the branch `leaf`, through those between.
  static Optional<SyntaxNode> root(SyntaxNode leaf) {
    Optional<SyntaxNode> root = Optional.empty();
    SyntaxNode inner = leaf;
    for (SyntaxNode outer : leaf.ancestors().toList()) {
      String field = inner.field().orElse("");
      boolean through =
          switch (outer.kind()) {
            case "if_expression" -> field.equals("consequence") || field.equals("alternative");
            case "match_expression" -> field.equals("body");
            case "match_arm" -> field.equals("value");
            case "block" -> tail(outer).filter(tail -> same(tail, leaf)).isPresent();
            case "expression_statement" -> !outer.text().endsWith(";");
            case "else_clause", "match_block", "parenthesized_expression" -> true;
            default -> false;
          };
      if (!through) {
        return root;
      }
      if (outer.is("if_expression") || outer.is("match_expression")) {
        root = Optional.of(outer);
      }
      inner = outer;
    }
    return root;
  }
}
