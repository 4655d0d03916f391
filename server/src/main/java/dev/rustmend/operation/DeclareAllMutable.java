package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Declares with `mut` all variables of a function that it assigns to once more, in one patch.
///
/// rustc reports each second assignment (E0384) apart and suggests `mut` for that one variable. A
/// variable that is declared without a value is left out: its first assignment gives it one.
final class DeclareAllMutable implements Operation {

  @Override
  public String name() {
    return "declare-all-mutable";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<SyntaxNode> variables =
        site.enclosing("function_item").stream()
            .flatMap(SyntaxNode::descendants)
            .filter(node -> node.is("assignment_expression") || node.is("compound_assignment_expr"))
            .flatMap(assignment -> assignment.child("left").stream())
            .filter(left -> left.is("identifier"))
            .flatMap(left -> Bindings.binding(left, left.text()).stream())
            .distinct()
            .filter(DeclareAllMutable::isFixed)
            .toList();
    boolean concerned =
        variables.stream().anyMatch(binding -> site.quoted().contains(binding.text()));
    if (variables.size() < 2 || !concerned) {
      return List.of();
    }
    Edits edits = site.edits();
    variables.forEach(binding -> edits.insert(binding.range().start(), "mut "));
    String names =
        variables.stream()
            .map(binding -> "`" + binding.text() + "`")
            .distinct()
            .collect(Collectors.joining(" and "));
    return Declarations.one("Declare " + names + " with `mut`", edits);
  }

  /// Whether a binding has a value and no `mut`.
  private static boolean isFixed(SyntaxNode binding) {
    Optional<SyntaxNode> parent = binding.parent();
    boolean mutable =
        parent.filter(up -> up.is("mut_pattern")).isPresent()
            || parent.stream()
                .flatMap(up -> up.children().stream())
                .anyMatch(child -> child.is("mutable_specifier"));
    Optional<SyntaxNode> holder =
        Nodes.above(binding, "let_declaration", "parameter", "match_arm", "for_expression");
    boolean empty =
        holder.filter(let -> let.is("let_declaration") && let.child("value").isEmpty()).isPresent();
    return binding.is("identifier") && !mutable && holder.isPresent() && !empty;
  }
}
