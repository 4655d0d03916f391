package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Uses a value through the mutable reference that is still held to it: `*tank` for `fuel` while
/// `tank` is `&mut fuel` (E0503, E0506, E0502, E0499).
final class UseThroughReference implements Operation {
  private static final Set<String> REACHES_THROUGH = Set.of("field_expression", "index_expression");

  @Override
  public String name() {
    return "use-through-reference";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Conflict conflict = Conflict.of(site);
    Optional<SyntaxNode> value = conflict.borrowLet().flatMap(let -> let.child("value"));
    Optional<SyntaxNode> place =
        value
            .filter(node -> node.is("reference_expression") && node.text().startsWith("&mut "))
            .flatMap(node -> node.child("value"));
    Optional<SyntaxNode> borrower = conflict.borrower();
    if (place.isEmpty() || borrower.isEmpty()) {
      return List.of();
    }
    Optional<SyntaxNode> statement = Nodes.statement(site.node());
    Optional<SyntaxNode> use =
        site.node()
            .descendants()
            .filter(node -> node.text().equals(place.get().text()) && Nodes.isExpression(node))
            .findFirst();
    if (use.isEmpty() || statement.isEmpty()) {
      return List.of();
    }
    SyntaxNode node = use.get();
    boolean reaches =
        node.parent().filter(up -> REACHES_THROUGH.contains(up.kind())).isPresent()
            && node.field().filter(f -> !f.equals("field")).isPresent();
    var found = new ArrayList<Proposal>();
    String name = borrower.get().text();
    boolean borrowed = node.parent().filter(up -> up.is("reference_expression")).isPresent();
    site.edits()
        .replace(node, reaches ? name : "*" + name)
        .patch()
        .ifPresent(patch ->
            found.add(
                Proposal.of("Use `%s` through `%s`".formatted(node.text(), name), patch)
                    .penalized(borrowed ? 8 : 2)));
    return found;
  }
}
