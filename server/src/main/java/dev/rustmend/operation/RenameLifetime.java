package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Gives a lifetime parameter with a reserved name, such as `'static`, a name of its own in the
/// whole item (E0262).
final class RenameLifetime implements Operation {

  @Override
  public String name() {
    return "rename-lifetime";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> item = site.enclosing("type_parameters").flatMap(SyntaxNode::parent);
    String old = site.quoted().isEmpty() ? "" : site.quoted().getFirst();
    if (item.isEmpty() || !old.startsWith("'")) {
      return List.of();
    }
    String fresh = LifetimeNames.free(item.get());
    Edits edits = site.edits();
    item.get()
        .descendants()
        .filter(node -> node.is("lifetime") && node.text().equals(old))
        .forEach(node -> edits.replace(node, fresh));
    return edits
        .patch()
        .map(patch -> Proposal.of("Call the lifetime `%s`".formatted(fresh), patch))
        .stream()
        .toList();
  }
}
