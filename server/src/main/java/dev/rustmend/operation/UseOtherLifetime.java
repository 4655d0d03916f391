package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Uses one lifetime in place of another that is bound to be the same: `'static` for `'a` where
/// `'a: 'static`, `'a` for `'b` where each outlives the other.
///
/// Answers the lint `redundant_lifetimes`, whose note says which lifetime takes the place. The
/// parameter goes with its bounds, and so does a bound that asked for it; its other uses in the
/// item are renamed.
final class UseOtherLifetime implements Operation {

  @Override
  public String name() {
    return "use-other-lifetime";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Map<String, String>> said =
        site.said("you can use the `$kept` lifetime directly, in place of `$gone`");
    Optional<SyntaxNode> parameter = Declarations.at(site.node(), "lifetime_parameter");
    Optional<SyntaxNode> item = parameter.flatMap(SyntaxNode::parent).flatMap(SyntaxNode::parent);
    if (said.isEmpty() || item.isEmpty()) {
      return List.of();
    }
    String kept = said.get().getOrDefault("kept", "");
    String gone = said.get().getOrDefault("gone", "");
    Edits edits = site.edits().delete(Declarations.withComma(parameter.get()));
    Declarations.lifetimes(item.get(), gone).stream()
        .filter(use -> !parameter.get().range().encloses(use.range()))
        .forEach(use ->
            bounds(use, kept)
                .ifPresentOrElse(
                    bounds -> edits.delete(bounds.range()), () -> edits.replace(use, kept)));
    return Declarations.one("Use `%s` in place of `%s`".formatted(kept, gone), edits);
  }

  /// The bounds `: 'gone` of the lifetime that is kept, which say nothing then.
  private static Optional<SyntaxNode> bounds(SyntaxNode use, String kept) {
    Optional<SyntaxNode> bounds =
        use.parent().filter(up -> up.is("trait_bounds") && up.namedChildren().size() == 1);
    return bounds.filter(list ->
        list.parent()
            .filter(up -> up.is("lifetime_parameter"))
            .flatMap(up -> up.child("name"))
            .filter(name -> name.text().equals(kept))
            .isPresent());
  }
}
