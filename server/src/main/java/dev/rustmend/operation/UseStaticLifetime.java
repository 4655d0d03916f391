package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Writes `'static` for a lifetime that nobody declares in the type of a constant or static, which
/// can have no other.
///
/// Answers E0261.
final class UseStaticLifetime implements Operation {

  @Override
  public String name() {
    return "use-static-lifetime";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> item =
        site.enclosing("const_item", "static_item", "function_item", "impl_item", "trait_item")
            .filter(node -> node.is("const_item") || node.is("static_item"));
    Optional<SyntaxNode> type = item.flatMap(node -> node.child("type"));
    if (type.filter(node -> node.range().encloses(site.primary().range())).isEmpty()) {
      return List.of();
    }
    String name = site.primary().text();
    Edits edits = site.edits();
    Declarations.lifetimes(type.get(), name).forEach(each -> edits.replace(each, "'static"));
    return Declarations.one("Use `'static` in place of `%s`".formatted(name), edits);
  }
}
