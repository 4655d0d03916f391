package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts the comma between two elements whose second one begins with `&`, `*` or `-`: in `(kind
/// &text)` they are taken for one operation.
final class SeparateElements implements Operation {
  private static final Set<String> SIGNS = Set.of("&", "*", "-");
  private static final Set<String> LISTS =
      Set.of("parenthesized_expression", "tuple_expression", "arguments", "array_expression");

  @Override
  public String name() {
    return "separate-elements";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> operation =
        Named.at(site, "binary_expression")
            .filter(each -> each.parent().filter(up -> LISTS.contains(up.kind())).isPresent());
    Optional<SyntaxNode> left = operation.flatMap(each -> each.child("left"));
    Optional<SyntaxNode> right = operation.flatMap(each -> each.child("right"));
    Optional<SyntaxNode> sign =
        operation
            .flatMap(each -> each.child("operator"))
            .filter(token -> SIGNS.contains(token.text()));
    if (left.isEmpty() || right.isEmpty() || sign.isEmpty()) {
      return List.of();
    }
    boolean attached =
        sign.get().range().end() == right.get().range().start()
            && left.get().range().end() < sign.get().range().start();
    return attached
        ? site.edits().insert(left.get().range().end(), ",").patch().stream()
            .map(patch -> Proposal.of("Insert `,` behind `%s`".formatted(left.get().text()), patch))
            .toList()
        : List.of();
  }
}
