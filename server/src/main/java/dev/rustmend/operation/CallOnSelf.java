package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Calls a method of the value itself through `self.`, where a method names it like a function: a
/// method of its type, of a trait of the crate, or of what it dereferences to.
///
/// rustc says that by itself only where the method stands in an impl of the very same type, and not
/// from an impl for a reference or for all types with a trait.
final class CallOnSelf implements Operation {

  @Override
  public String name() {
    return "call-on-self";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode named = site.node();
    String name = named.text();
    Optional<SyntaxNode> call =
        named
            .parent()
            .filter(parent -> parent.is("call_expression"))
            .filter(parent -> parent.child("function").filter(named::equals).isPresent());
    boolean inMethod =
        Nodes.above(named, "function_item")
            .filter(Named::isMethod)
            .flatMap(Named::implOrTrait)
            .isPresent();
    if (call.isEmpty() || !inMethod || !isMethod(site, name, Nodes.arguments(call.get()).size())) {
      return List.of();
    }
    return Declarations.one(
        "Call the method `%s` on `self`".formatted(name),
        site.edits().insert(named.range().start(), "self."));
  }

  /// Whether the crate has a method of this name that takes so many arguments.
  private static boolean isMethod(Site site, String name, int arguments) {
    return site.crate().definitions(name).stream()
        .filter(item -> item.item().kind() == ItemKind.FUNCTION)
        .map(CrateFiles.Item::node)
        .anyMatch(node -> Named.isMethod(node) && Named.parameters(node).size() == arguments);
  }
}
