package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What can evidently stand at a place where a program has no value to go on with: the ways to
/// leave, and the values that mean "nothing".
final class Outcomes {
  private static final Set<String> LOOPS =
      Set.of("loop_expression", "while_expression", "for_expression");

  private Outcomes() {}

  /// The expressions that leave the innermost loop turn or the function around `node` without
  /// inventing a value, the nearest first.
  static List<String> exits(SyntaxNode node) {
    var exits = new ArrayList<String>();
    for (SyntaxNode outer : node.ancestors().toList()) {
      if (LOOPS.contains(outer.kind()) && exits.isEmpty()) {
        exits.add("continue");
      }
      if (outer.is("closure_expression") || outer.is("async_block")) {
        exits.add("return");
        return exits;
      }
      if (outer.is("function_item")) {
        result(outer).ifPresent(exits::add);
        return exits;
      }
    }
    return exits;
  }

  private static Optional<String> result(SyntaxNode function) {
    String type = returnType(function);
    if (type.isEmpty() || type.equals("()")) {
      return Optional.of("return");
    }
    return type.startsWith("Option<") ? Optional.of("return None") : Optional.empty();
  }

  /// The text of a function's return type; empty for none.
  static String returnType(SyntaxNode function) {
    return function.child("return_type").map(SyntaxNode::text).orElse("");
  }

  /// Whether the value of the expression is thrown away or is the unit value: it stands as a
  /// statement, or ends a block that does.
  static boolean isUnit(SyntaxNode expression) {
    SyntaxNode node = expression;
    while (true) {
      SyntaxNode parent = node.parent().orElse(null);
      if (parent == null) {
        return false;
      }
      SyntaxNode here = node;
      switch (parent.kind()) {
        case "expression_statement" -> {
          if (parent.children().getLast().is(";") || !isLast(parent)) {
            return true;
          }
        }
        case "block" -> {
          if (!isLast(node)) {
            return true;
          }
        }
        case "function_item" -> {
          String type = returnType(parent);
          return type.isEmpty() || type.equals("()");
        }
        case "for_expression", "while_expression" -> {
          return parent.child("body").filter(here::equals).isPresent();
        }
        case "if_expression" -> {
          if (parent.child("condition").filter(here::equals).isPresent()) {
            return false;
          }
          if (parent.child("alternative").isEmpty()) {
            return true;
          }
        }
        case "else_clause", "unsafe_block" -> {}
        case "match_arm" -> {
          if (parent.child("value").filter(here::equals).isEmpty()) {
            return false;
          }
        }
        case "match_block" -> {}
        case "match_expression" -> {
          if (parent.child("value").filter(here::equals).isPresent()) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
      node = parent;
    }
  }

  private static boolean isLast(SyntaxNode node) {
    return node.parent()
        .map(SyntaxNode::namedChildren)
        .filter(list -> !list.isEmpty() && list.getLast().equals(node))
        .isPresent();
  }

  /// The type, as written, of the value that the expression gives: of the function that it ends or
  /// returns from, or of the `let` that it initializes; empty where none is written.
  static String writtenType(SyntaxNode expression) {
    SyntaxNode node = expression;
    for (SyntaxNode parent : expression.ancestors().toList()) {
      SyntaxNode here = node;
      switch (parent.kind()) {
        case "let_declaration" -> {
          return parent.child("type").map(SyntaxNode::text).orElse("");
        }
        case "return_expression" -> {
          return Nodes.above(parent, "function_item").map(Outcomes::returnType).orElse("");
        }
        case "function_item" -> {
          return returnType(parent);
        }
        case "block", "match_block" -> {
          if (parent.is("block") && !isLast(node)) {
            return "";
          }
        }
        case "expression_statement" -> {
          if (parent.children().getLast().is(";") && !here.is("return_expression")) {
            return "";
          }
        }
        case "if_expression", "else_clause", "unsafe_block", "match_arm", "match_expression" -> {
          boolean tested =
              parent.child("condition").filter(here::equals).isPresent()
                  || (parent.is("match_expression")
                      && parent.child("value").filter(here::equals).isPresent());
          if (tested) {
            return "";
          }
        }
        default -> {
          return "";
        }
      }
      node = parent;
    }
    return "";
  }
}
