package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Puts the stars into a function that assigns to its `&mut` parameters as if they were the values:
/// `let t = a; a = b; b = t;` becomes `let t = *a; *a = *b; *b = t;`.
///
/// Without the stars the references themselves would change, which no caller sees.
final class WriteThroughReferences implements Operation {
  /// Before `mut` on the parameter, with which the function compiles and does nothing.
  private static final int BEFORE = -60;

  @Override
  public String name() {
    return "write-through-references";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> body =
        site.enclosing("function_item").flatMap(function -> function.child("body"));
    if (body.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    List<SyntaxNode> assignments =
        body.get()
            .descendants()
            .filter(node -> node.is("assignment_expression"))
            .filter(
                node -> node.child("left").filter(WriteThroughReferences::isParameter).isPresent())
            .toList();
    for (SyntaxNode assignment : assignments) {
      star(assignment.child("left"), edits);
      star(assignment.child("right"), edits);
    }
    if (assignments.isEmpty()) {
      return List.of();
    }
    body.get()
        .descendants()
        .filter(node -> node.is("let_declaration") && node.child("type").isEmpty())
        .forEach(let -> star(let.child("value"), edits));
    return edits
        .patch()
        .map(patch ->
            List.of(Proposal.of("Read and write through the references", patch).penalized(BEFORE)))
        .orElse(List.of());
  }

  private static void star(Optional<SyntaxNode> operand, Edits edits) {
    operand
        .filter(WriteThroughReferences::isParameter)
        .ifPresent(node -> edits.insert(node.range().start(), "*"));
  }

  /// Whether it names a parameter of a type `&mut T`.
  private static boolean isParameter(SyntaxNode node) {
    return node.is("identifier")
        && Bindings.binding(node, node.text())
            .flatMap(SyntaxNode::parent)
            .filter(parameter -> parameter.is("parameter"))
            .flatMap(parameter -> parameter.child("type"))
            .filter(type -> type.text().matches("(?s)&(?:.\\w+ )?mut .*"))
            .isPresent();
  }
}
