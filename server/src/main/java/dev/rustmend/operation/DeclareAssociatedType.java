package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Declares the associated type that a trait's own signatures name.
///
/// Answers E0220 at `Self::Name` inside of the trait, and at `T::Name` where `T` has one bound that
/// is a trait of the crate's own. Impls that exist still have to say what the type is.
final class DeclareAssociatedType implements Operation {
  private static final int CHANGES_TRAIT = 10;

  @Override
  public String name() {
    return "declare-associated-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.quoted().stream().findFirst().orElse("");
    if (!name.matches("\\w+")) {
      return List.of();
    }
    Optional<CrateFiles.Item> trait =
        site.enclosing("trait_item")
            .map(Declarations::name)
            .or(() ->
                site.quoted().stream()
                    .skip(1)
                    .findFirst()
                    .map(t -> t.replaceFirst("<.*", "").replaceFirst(".*::", "")))
            .or(() -> bound(site))
            .flatMap(called -> Declarations.trait(site, called));
    if (trait.isEmpty() || Declarations.member(trait.get().node(), name).isPresent()) {
      return List.of();
    }
    Edits edits = site.edits();
    DeclareInTrait.insert(edits, trait.get(), "type " + name + ";");
    return Declarations.one(
        "Declare the type `%s` in the trait `%s`".formatted(name, trait.get().item().name()),
        edits,
        CHANGES_TRAIT);
  }

  private static Optional<String> bound(Site site) {
    Optional<SyntaxNode> path = Declarations.at(site.node(), "scoped_type_identifier");
    String parameter = path.flatMap(p -> p.child("path")).map(SyntaxNode::text).orElse("");
    return site.node()
        .ancestors()
        .flatMap(up -> Declarations.generics(up).stream())
        .filter(p -> Declarations.name(p).equals(parameter))
        .findFirst()
        .flatMap(p -> p.child("bounds"))
        .filter(b -> b.namedChildren().size() == 1)
        .map(b -> CrateFiles.baseName(b.namedChildren().getFirst()));
  }
}
