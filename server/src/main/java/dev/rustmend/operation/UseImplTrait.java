package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Takes a parameter as `impl Trait` where `dyn Trait` is not possible: each call then works with
/// the caller's own type.
///
/// Answers E0038 and E0225 at a parameter behind a reference.
final class UseImplTrait implements Operation {
  private static final int CHANGES_SIGNATURE = 10;

  @Override
  public String name() {
    return "use-impl-trait";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    return at(site, CHANGES_SIGNATURE);
  }

  static List<Proposal> at(Site site, int penalty) {
    Optional<SyntaxNode> object =
        Declarations.at(site.node(), "dynamic_type")
            .or(() -> site.node().descendants().filter(node -> node.is("dynamic_type")).findFirst())
            .or(() ->
                Nodes.above(site.node(), "bounded_type")
                    .flatMap(b -> b.descendants().filter(n -> n.is("dynamic_type")).findFirst()));
    Optional<SyntaxNode> parameter = object.flatMap(node -> Nodes.above(node, "parameter"));
    boolean nested =
        object.stream()
            .flatMap(SyntaxNode::ancestors)
            .takeWhile(up -> !up.is("parameter"))
            .anyMatch(up -> up.is("function_type") || up.is("abstract_type"));
    if (parameter.isEmpty()
        || nested
        || Nodes.above(parameter.get(), "closure_parameters").isPresent()) {
      return List.of();
    }
    var word =
        object.orElseThrow().children().stream().filter(child -> child.is("dyn")).findFirst();
    return word.map(dyn ->
            Declarations.one(
                "Take `%s` as `impl Trait`"
                    .formatted(parameter.get().child("pattern").map(SyntaxNode::text).orElse("_")),
                site.edits().replace(dyn, "impl"),
                penalty))
        .orElse(List.of());
  }
}
