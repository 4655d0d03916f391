package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Questions about single nodes that many operations ask.
public final class Nodes {
  private static final Set<String> TYPES =
      Set.of(
          "type_identifier",
          "primitive_type",
          "reference_type",
          "generic_type",
          "scoped_type_identifier",
          "tuple_type",
          "array_type",
          "slice_type",
          "function_type",
          "unit_type",
          "dynamic_type",
          "abstract_type",
          "pointer_type",
          "never_type",
          "bounded_type",
          "bracketed_type",
          "macro_type",
          "removed_trait_bound");
  private static final Set<String> ATOMS =
      Set.of(
          "identifier",
          "self",
          "integer_literal",
          "float_literal",
          "string_literal",
          "char_literal",
          "boolean_literal",
          "raw_string_literal",
          "field_expression",
          "call_expression",
          "index_expression",
          "parenthesized_expression",
          "tuple_expression",
          "array_expression",
          "macro_invocation",
          "scoped_identifier",
          "try_expression",
          "await_expression",
          "struct_expression",
          "generic_function",
          "unit_expression");
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "unary_expression",
          "reference_expression",
          "binary_expression",
          "assignment_expression",
          "compound_assignment_expr",
          "type_cast_expression",
          "range_expression",
          "return_expression",
          "break_expression",
          "continue_expression",
          "closure_expression",
          "if_expression",
          "match_expression",
          "while_expression",
          "loop_expression",
          "for_expression",
          "block",
          "unsafe_block",
          "async_block",
          "const_block",
          "yield_expression",
          "gen_block",
          "try_block");

  private Nodes() {}

  /// Whether a postfix such as `.clone()` can stand right behind the expression.
  public static boolean isAtom(SyntaxNode node) {
    return ATOMS.contains(node.kind());
  }

  public static boolean isExpression(SyntaxNode node) {
    return ATOMS.contains(node.kind()) || EXPRESSIONS.contains(node.kind());
  }

  public static boolean isType(SyntaxNode node) {
    return TYPES.contains(node.kind());
  }

  /// Whether the node is a child of a block that stands for itself: a `let`, an expression with its
  /// semicolon, an item, or the expression that ends the block.
  public static boolean isStatement(SyntaxNode node) {
    return node.isNamed()
        && !node.isExtra()
        && !node.is("label")
        && node.parent().filter(parent -> parent.is("block")).isPresent();
  }

  /// The statement that `node` is or stands in.
  public static Optional<SyntaxNode> statement(SyntaxNode node) {
    return Stream.concat(Stream.of(node), node.ancestors()).filter(Nodes::isStatement).findFirst();
  }

  /// The nearest node of one of `kinds` above `node`.
  public static Optional<SyntaxNode> above(SyntaxNode node, String... kinds) {
    Set<String> wanted = Set.of(kinds);
    return node.ancestors().filter(up -> wanted.contains(up.kind())).findFirst();
  }

  /// The source of an expression, in parentheses when a postfix could not follow it.
  public static String operand(SyntaxNode node) {
    return isAtom(node) ? node.text() : "(" + node.text() + ")";
  }

  /// The function, or closure, whose body `node` stands in.
  public static Optional<SyntaxNode> function(SyntaxNode node) {
    return above(node, "function_item", "closure_expression");
  }

  /// Whether it is `&mut …`.
  public static boolean borrowsMutably(SyntaxNode node) {
    return node.is("reference_expression")
        && node.children().stream().anyMatch(child -> child.is("mutable_specifier"));
  }

  /// The arguments of a call, in order.
  public static List<SyntaxNode> arguments(SyntaxNode call) {
    return call.child("arguments").map(SyntaxNode::namedChildren).orElse(List.of());
  }

  /// The largest node that begins and ends with `node` and is still an expression: the way up
  /// through nodes with the same range.
  public static Optional<SyntaxNode> expression(SyntaxNode node) {
    return Stream.concat(Stream.of(node), node.ancestors()).filter(Nodes::isExpression).findFirst();
  }
}
