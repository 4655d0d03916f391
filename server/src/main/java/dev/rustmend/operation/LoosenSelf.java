package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Borrows `self` only for the call: `&mut self` for `&'a mut self`, where `'a` is the lifetime of
/// what the type holds (E0499, E0502, E0505, E0506, E0597).
///
/// `&'a mut self` on a type that holds `'a` borrows the value for the rest of its own life.
final class LoosenSelf implements Operation {

  @Override
  public String name() {
    return "loosen-self";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    for (Place place :
        site.crate()
            .nodes(node ->
                node.is("self_parameter")
                    && node.text().startsWith("&'")
                    && !node.text().startsWith("&'static"))) {
      Optional<SyntaxNode> function = Nodes.above(place.node(), "function_item");
      if (function.isPresent() && isCalled(site, function.get())) {
        proposal(place, function.get()).ifPresent(found::add);
      }
    }
    return List.copyOf(found.subList(0, Math.min(4, found.size())));
  }

  /// Whether the function around the error mentions the method.
  private static boolean isCalled(Site site, SyntaxNode method) {
    String name = method.child("name").map(SyntaxNode::text).orElse("");
    return site.enclosing("function_item")
        .filter(around ->
            around
                .descendants()
                .anyMatch(node -> node.is("field_identifier") && node.text().equals(name)))
        .isPresent();
  }

  private static Optional<Proposal> proposal(Place place, SyntaxNode function) {
    Optional<SyntaxNode> lifetime =
        place.node().namedChildren().stream().filter(n -> n.is("lifetime")).findFirst();
    Optional<SyntaxNode> declared =
        lifetime.flatMap(name -> LifetimeNames.declaration(place.node(), name.text()));
    boolean ofImpl =
        declared
            .flatMap(parameter -> parameter.parent())
            .flatMap(SyntaxNode::parent)
            .filter(item -> item.is("impl_item"))
            .isPresent();
    if (!ofImpl || BorrowShared.inTraitImpl(function)) {
      return Optional.empty();
    }
    int start = lifetime.get().range().start();
    int next = lifetime.get().range().end();
    String behind = place.tree().source().slice(new TextRange(next, place.range().end()));
    int spaces = behind.length() - behind.stripLeading().length();
    String name = function.child("name").map(SyntaxNode::text).orElse("");
    return new Edits(place.file())
        .delete(new TextRange(start, next + spaces))
        .patch()
        .map(patch ->
            Proposal.of("Borrow `self` in `%s` only for the call".formatted(name), patch)
                .penalized(4));
  }
}
