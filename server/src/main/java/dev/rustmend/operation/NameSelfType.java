package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Names the type that `Self` stands for in a function outside of an impl: one that the function
/// builds or takes, else any of the crate's own.
///
/// Answers E0411. All `Self` of the function are named in one patch.
final class NameSelfType implements Operation {
  private static final int GUESS = 10;

  @Override
  public String name() {
    return "name-self-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> item =
        site.enclosing("function_item", "const_item", "static_item", "type_item")
            .filter(i -> Nodes.above(i, "impl_item", "trait_item").isEmpty());
    if (item.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> all =
        item.get()
            .descendants()
            .filter(node -> node.text().equals("Self") && node.children().isEmpty())
            .toList();
    var types = new LinkedHashSet<String>();
    item.get()
        .descendants()
        .filter(node -> node.is("type_identifier") || node.is("identifier"))
        .map(SyntaxNode::text)
        .filter(name -> Declarations.type(site, name).isPresent())
        .forEach(types::add);
    site.crate().items().stream()
        .filter(each -> Declarations.isTypeItem(each.node()))
        .filter(each -> Declarations.generics(each.node()).isEmpty())
        .forEach(each -> types.add(each.item().name()));
    var found = new ArrayList<Proposal>();
    for (String type : types.stream().limit(4).toList()) {
      Edits edits = site.edits();
      all.forEach(node -> edits.replace(node, type));
      found.addAll(
          Declarations.one(
              "Write `%s` in place of `Self`".formatted(type), edits, found.size() * GUESS));
    }
    return found;
  }
}
