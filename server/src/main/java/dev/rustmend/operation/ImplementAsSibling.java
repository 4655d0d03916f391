package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Implements the missing functions of one of the crate's traits as another type does that has the
/// same fields.
///
/// rustc lists what is missing (E0046). A body that uses a field is one that fits types which have
/// the field with the same type; whether it is meant for this one the author has to say.
final class ImplementAsSibling implements Operation {
  private static final int GUESS = 60;

  @Override
  public String name() {
    return "implement-as-sibling";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl =
        site.enclosing("impl_item").filter(node -> node.child("body").isPresent());
    Optional<String> trait = impl.flatMap(Declarations::traitName);
    if (trait.isEmpty() || Declarations.trait(site, trait.get()).isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    for (CrateFiles.Item sibling : Declarations.implementations(site, trait.get())) {
      List<SyntaxNode> bodies =
          sibling.node().equals(impl.get())
              ? List.of()
              : site.quoted().stream()
                  .flatMap(name -> Declarations.member(sibling.node(), name).stream())
                  .filter(member -> member.is("function_item"))
                  .filter(member -> fits(site, member, sibling.node(), impl.get()))
                  .toList();
      if (!bodies.isEmpty() && bodies.size() == missing(site)) {
        Edits edits = site.edits();
        ImplementMissingItems.insert(
            edits, impl.get(), bodies.stream().map(ImplementAsSibling::unindented).toList());
        found.addAll(
            Declarations.one(
                "Implement it as `%s` does".formatted(Named.selfType(sibling.node())),
                edits,
                GUESS));
      }
    }
    return found.stream().map(Proposal::inventing).toList();
  }

  /// The number of items that the message lists.
  private static long missing(Site site) {
    return site.message("not all trait items implemented, missing: …").isPresent()
        ? site.quoted().size()
        : -1;
  }

  /// Whether the body uses fields of `self`, all of which this impl's type has with the same type,
  /// and does not name the sibling's type.
  private static boolean fits(Site site, SyntaxNode member, SyntaxNode sibling, SyntaxNode impl) {
    var types = new LocalTypes(site.crate());
    Map<String, RustType> theirs = types.fields(Named.selfType(sibling));
    Map<String, RustType> ours = types.fields(Named.selfType(impl));
    List<String> used =
        member
            .descendants()
            .filter(node -> node.is("field_expression"))
            .filter(node -> node.child("value").filter(value -> value.is("self")).isPresent())
            .flatMap(node -> node.child("field").stream())
            .map(SyntaxNode::text)
            .filter(theirs::containsKey)
            .toList();
    return !used.isEmpty()
        && used.stream().allMatch(field -> Objects.equals(theirs.get(field), ours.get(field)))
        && !Declarations.mentions(member, Named.selfType(sibling));
  }

  private static String unindented(SyntaxNode member) {
    return member.text().replace("\n" + Declarations.indent(member), "\n");
  }
}
