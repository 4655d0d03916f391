package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Declares a new variable of the same name where an immutable one is assigned to a second time.
///
/// rustc points at the assignment (E0384). It must be a statement of the very block that declares
/// the variable: in a loop or a branch the new variable would be gone at its end. A closure between
/// the two holds the first variable, so there must be none that mentions it.
final class ShadowVariable implements Operation {
  private static final int SECOND_NAME = 12;

  @Override
  public String name() {
    return "shadow-variable";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> assignment =
        site.enclosing("assignment_expression", "compound_assignment_expr", "block")
            .filter(node -> !node.is("block"));
    Optional<SyntaxNode> left =
        assignment.flatMap(node -> node.child("left")).filter(node -> node.is("identifier"));
    Optional<SyntaxNode> right = assignment.flatMap(node -> node.child("right"));
    Optional<SyntaxNode> binding = left.flatMap(node -> Bindings.binding(node, node.text()));
    if (binding.isEmpty() || right.isEmpty() || !isSameBlock(assignment.get(), binding.get())) {
      return List.of();
    }
    String name = left.get().text();
    List<SyntaxNode> uses = Bindings.uses(binding.get());
    boolean needed = Flow.isMentionedBehind(assignment.get(), name);
    boolean held =
        uses.stream()
            .filter(use -> use.range().end() < assignment.get().range().start())
            .anyMatch(
                use -> Nodes.function(use).filter(f -> f.is("closure_expression")).isPresent());
    if (!needed || held) {
      return List.of();
    }
    return Declarations.one(
        "Declare a new variable `%s`".formatted(name),
        written(site, assignment.get(), name, right.get()),
        SECOND_NAME);
  }

  private static Edits written(Site site, SyntaxNode assignment, String name, SyntaxNode right) {
    Edits edits = site.edits().insert(assignment.range().start(), "let ");
    if (assignment.is("assignment_expression")) {
      return edits;
    }
    String operator = assignment.child("operator").map(SyntaxNode::text).orElse("+=");
    int left = assignment.child("left").orElseThrow().range().end();
    String sign = operator.substring(0, operator.length() - 1);
    edits.replace(new TextRange(left, right.range().start()), " = %s %s ".formatted(name, sign));
    return Nodes.isAtom(right) ? edits : edits.wrap(right.range(), "(", ")");
  }

  /// Whether the assignment is a statement of the block in which the variable is declared, or of
  /// the body of the function whose parameter it is.
  private static boolean isSameBlock(SyntaxNode assignment, SyntaxNode binding) {
    Optional<SyntaxNode> block =
        assignment
            .parent()
            .filter(statement -> statement.is("expression_statement"))
            .flatMap(SyntaxNode::parent)
            .filter(up -> up.is("block"));
    Optional<SyntaxNode> holder = Nodes.above(binding, "let_declaration", "parameter", "block");
    Optional<SyntaxNode> home =
        holder.filter(up -> up.is("parameter")).isPresent()
            ? Nodes.above(binding, "function_item").flatMap(function -> function.child("body"))
            : holder.filter(up -> up.child("value").isPresent()).flatMap(SyntaxNode::parent);
    return block.isPresent() && block.equals(home);
  }
}
