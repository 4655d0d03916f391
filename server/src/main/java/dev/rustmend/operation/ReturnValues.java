package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The expressions whose values a function returns: those of its `return`s, and the ends of its
/// body in all branches.
final class ReturnValues {
  private ReturnValues() {}

  static List<SyntaxNode> of(SyntaxNode function) {
    var found = new ArrayList<SyntaxNode>();
    function
        .child("body")
        .ifPresent(body -> {
          body.descendants()
              .filter(node -> node.is("return_expression"))
              .filter(node -> Nodes.function(node).filter(function::equals).isPresent())
              .forEach(node -> node.namedChildren().forEach(value -> ends(value, found)));
          ends(body, found);
        });
    return List.copyOf(found);
  }

  private static void ends(SyntaxNode node, List<SyntaxNode> found) {
    switch (node.kind()) {
      case "block", "unsafe_block", "else_clause", "parenthesized_expression" ->
          last(node).forEach(end -> ends(end, found));
      case "expression_statement" -> {
        if (!node.text().endsWith(";")) {
          node.namedChildren().forEach(end -> ends(end, found));
        }
      }
      case "if_expression" ->
          Stream.of("consequence", "alternative")
              .flatMap(field -> node.child(field).stream())
              .forEach(end -> ends(end, found));
      case "match_expression" ->
          node.child("body").stream()
              .flatMap(body -> body.namedChildren().stream())
              .flatMap(arm -> arm.child("value").stream())
              .forEach(end -> ends(end, found));
      case "return_expression",
          "let_declaration",
          "loop_expression",
          "for_expression",
          "while_expression",
          "break_expression",
          "continue_expression" -> {}
      default -> {
        if (Nodes.isExpression(node) && !found.contains(node)) {
          found.add(node);
        }
      }
    }
  }

  private static Stream<SyntaxNode> last(SyntaxNode block) {
    List<SyntaxNode> children = block.namedChildren();
    return children.isEmpty() ? Stream.empty() : Stream.of(children.getLast());
  }
}
