package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Turns a function inside of a function into a closure, which sees the variables and generic
/// parameters around it.
///
/// Answers E0434 and E0401. Not for a function that is generic, calls itself or is `unsafe`.
final class TurnFunctionIntoClosure implements Operation {
  @Override
  public String name() {
    return "turn-function-into-closure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function =
        site.enclosing("function_item")
            .filter(f -> f.parent().filter(up -> up.is("block")).isPresent());
    if (function.isEmpty()) {
      return List.of();
    }
    SyntaxNode inner = function.get();
    String name = Declarations.name(inner);
    SyntaxNode body = inner.child("body").orElseThrow();
    boolean plain =
        Declarations.generics(inner).isEmpty()
            && Declarations.childOf(inner, "function_modifiers").isEmpty()
            && !Declarations.mentions(body, name);
    if (!plain) {
      return List.of();
    }
    String parameters =
        inner.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
            .map(SyntaxNode::text)
            .collect(Collectors.joining(", "));
    String mutable = assigns(body) ? "mut " : "";
    List<SyntaxNode> parts = body.namedChildren();
    boolean single =
        parts.size() == 1 && Nodes.isExpression(parts.getFirst()) && !body.text().contains("//");
    String result = inner.child("return_type").map(t -> " -> " + t.text()).orElse("");
    String text =
        single
            ? "let " + mutable + name + " = |" + parameters + "| " + parts.getFirst().text() + ";"
            : "let "
                + mutable
                + name
                + " = |"
                + parameters
                + "|"
                + result
                + " "
                + body.text()
                + ";";
    return Declarations.one(
        "Turn the function `%s` into a closure".formatted(name), site.edits().replace(inner, text));
  }

  /// Whether the body changes a variable that is not its own.
  private static boolean assigns(SyntaxNode body) {
    return body.descendants()
        .filter(node -> node.is("assignment_expression") || node.is("compound_assignment_expr"))
        .flatMap(node -> node.child("left").stream())
        .filter(left -> left.is("identifier"))
        .anyMatch(left ->
            dev.rustmend.syntax.Bindings.binding(left, left.text())
                .filter(binding -> body.range().encloses(binding.range()))
                .isEmpty());
  }
}
