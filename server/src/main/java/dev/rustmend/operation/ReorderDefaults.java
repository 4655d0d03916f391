package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Declares a type parameter before the default that names it, by exchanging the two parameters.
///
/// Answers E0128. Arguments that are given by position elsewhere would change their meaning, so it
/// stays silent where the type has any.
final class ReorderDefaults implements Operation {
  @Override
  public String name() {
    return "reorder-defaults";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> user = site.enclosing("type_parameter");
    Optional<SyntaxNode> item = user.flatMap(SyntaxNode::parent).flatMap(SyntaxNode::parent);
    String name = site.primary().text();
    Optional<SyntaxNode> later =
        item.map(Declarations::generics).orElse(List.of()).stream()
            .filter(p -> Declarations.name(p).equals(name))
            .findFirst();
    if (later.isEmpty()) {
      return List.of();
    }
    String type = Declarations.name(item.orElseThrow());
    boolean given =
        !site.crate()
            .nodes(node ->
                node.is("generic_type")
                    && node.child("type")
                        .filter(t -> CrateFiles.baseName(t).equals(type))
                        .isPresent())
            .isEmpty();
    if (given || later.get().equals(user.orElseThrow())) {
      return List.of();
    }
    return Declarations.one(
        "Declare `%s` before `%s`".formatted(name, Declarations.name(user.get())),
        site.edits()
            .replace(user.get(), later.get().text())
            .replace(later.get(), user.get().text()));
  }
}
