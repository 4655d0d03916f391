package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Assigns what a `&mut` parameter refers to, not the parameter itself: `*a = *b` for `a = b`.
///
/// rustc says ``cannot assign to immutable argument `a` `` (E0384); `mut a` would only let the
/// parameter refer to something else, which nobody outside sees. The values that are read from such
/// parameters in the same function are read through the reference as well.
final class AssignThroughReference implements Operation {

  @Override
  public String name() {
    return "assign-through-reference";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = site.enclosing("function_item");
    Optional<SyntaxNode> assigned =
        site.enclosing("assignment_expression")
            .flatMap(node -> node.child("left"))
            .filter(left -> left.is("identifier"));
    if (function.isEmpty() || assigned.isEmpty() || !isLent(assigned.get())) {
      return List.of();
    }
    Edits edits = site.edits();
    Set<SyntaxNode> copies = new HashSet<>();
    function
        .get()
        .descendants()
        .filter(node -> node.is("assignment_expression"))
        .forEach(node -> assignment(node, edits, copies));
    for (SyntaxNode copy : copies) {
      copy.child("value").ifPresent(value -> star(value, edits));
    }
    return Declarations.one(
        "Assign to what `%s` refers to".formatted(assigned.get().text()), edits);
  }

  private static void assignment(SyntaxNode node, Edits edits, Set<SyntaxNode> copies) {
    Optional<SyntaxNode> left = node.child("left").filter(AssignThroughReference::isLent);
    Optional<SyntaxNode> right = node.child("right");
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    star(left.get(), edits);
    if (isLent(right.get())) {
      star(right.get(), edits);
    } else if (right.get().is("identifier")) {
      Bindings.binding(right.get(), right.get().text())
          .flatMap(SyntaxNode::parent)
          .filter(let -> let.is("let_declaration"))
          .filter(let -> let.child("value").filter(AssignThroughReference::isLent).isPresent())
          .ifPresent(copies::add);
    }
  }

  private static void star(SyntaxNode node, Edits edits) {
    edits.insert(node.range().start(), "*");
  }

  /// Whether the expression is a parameter of a `&mut` type.
  private static boolean isLent(SyntaxNode node) {
    return node.is("identifier")
        && Bindings.binding(node, node.text())
            .flatMap(SyntaxNode::parent)
            .filter(parent -> parent.is("parameter"))
            .flatMap(parent -> parent.child("type"))
            .filter(type -> type.text().matches("(?s)&\\s*('\\w+\\s+)?mut\\b.*"))
            .isPresent();
  }
}
