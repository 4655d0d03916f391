package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a generic parameter or lifetime that hides another of its name a name of its own, or takes
/// it away so that the outer one is meant.
///
/// Answers E0403 and E0496. In one list the second takes the later half of the uses in the
/// signature; bounds that are written twice are joined.
final class RenameGenericParameter implements Operation {
  private static final int OUTER = 2;

  @Override
  public String name() {
    return "rename-generic-parameter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> parameter = RemoveGenericParameter.parameter(site);
    Optional<SyntaxNode> item = parameter.flatMap(p -> p.parent()).flatMap(SyntaxNode::parent);
    if (item.isEmpty()) {
      return List.of();
    }
    SyntaxNode own = parameter.orElseThrow();
    String name = Declarations.name(own);
    boolean sameList =
        Declarations.generics(item.get()).stream()
                .filter(p -> Declarations.name(p).equals(name))
                .count()
            > 1;
    var found = new ArrayList<Proposal>();
    if (sameList) {
      found.addAll(joined(site, item.get(), own, name));
      found.addAll(second(site, item.get(), own, name));
      return found;
    }
    found.addAll(
        Declarations.one(
            "Use the `%s` of the item around".formatted(name),
            site.edits().delete(Declarations.withComma(own)),
            OUTER * 10));
    Edits edits = site.edits();
    String fresh = fresh(own, item.get());
    uses(item.get(), own, name).forEach(node -> edits.replace(node, fresh));
    edits.replace(own.child("name").orElseThrow(), fresh);
    found.addAll(Declarations.one("Rename the inner `%s` to `%s`".formatted(name, fresh), edits));
    return found;
  }

  private static String fresh(SyntaxNode own, SyntaxNode item) {
    SyntaxNode scope = Nodes.above(item, "impl_item", "trait_item").orElse(item);
    return own.is("lifetime_parameter")
        ? Declarations.freshLifetime(scope)
        : Declarations.freshParameter(scope);
  }

  private static List<SyntaxNode> uses(SyntaxNode item, SyntaxNode own, String name) {
    List<SyntaxNode> all =
        own.is("lifetime_parameter")
            ? Declarations.lifetimes(item, name)
            : Declarations.named(item, name);
    List<SyntaxNode> declared =
        Declarations.generics(item).stream().flatMap(p -> p.child("name").stream()).toList();
    return all.stream().filter(node -> !declared.contains(node)).toList();
  }

  /// One parameter with the bounds of both.
  private static List<Proposal> joined(Site site, SyntaxNode item, SyntaxNode own, String name) {
    SyntaxNode first =
        Declarations.generics(item).stream()
            .filter(p -> Declarations.name(p).equals(name))
            .findFirst()
            .orElseThrow();
    String more = own.child("bounds").map(b -> b.text().replaceFirst("^:\\s*", "")).orElse("");
    Edits edits = site.edits().delete(Declarations.withComma(own));
    if (!more.isEmpty()) {
      boolean bounded = first.child("bounds").isPresent();
      edits.insert(first.range().end(), (bounded ? " + " : ": ") + more);
    }
    boolean bounded = first.child("bounds").isPresent() && !more.isEmpty();
    return Declarations.one("Declare `%s` once".formatted(name), edits, bounded ? 0 : OUTER * 10);
  }

  private static List<Proposal> second(Site site, SyntaxNode item, SyntaxNode own, String name) {
    String fresh = fresh(own, item);
    Edits edits = site.edits().replace(own.child("name").orElseThrow(), fresh);
    List<SyntaxNode> uses =
        uses(item, own, name).stream()
            .filter(node ->
                item.child("parameters")
                    .or(() -> item.child("body"))
                    .filter(p -> p.range().encloses(node.range()))
                    .isPresent())
            .toList();
    uses.stream().skip((uses.size() + 1) / 2).forEach(node -> edits.replace(node, fresh));
    return Declarations.one("Rename the second `%s` to `%s`".formatted(name, fresh), edits);
  }
}
