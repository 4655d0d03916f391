package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps a trait usable as `dyn Trait`: the functions that no trait object can offer get `where
/// Self: Sized`; or the place takes `impl Trait`, or lets the type be inferred. Whether a variable
/// was to hold a trait object only its author knows.
///
/// Answers E0038. A note of rustc's points at each function that stands in the way, and at bounds
/// and constants, which can not be excluded.
final class ExcludeFromDyn implements Operation {
  private static final Set<String> EXCLUDABLE = Set.of("function_signature_item", "function_item");
  private static final int CHANGES_TRAIT = 10;
  private static final int CHANGES_TYPE = 30;

  @Override
  public String name() {
    return "exclude-from-dyn";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    found.addAll(excluded(site));
    found.addAll(UseImplTrait.at(site, CHANGES_TYPE));
    Optional<SyntaxNode> variable =
        Declarations.at(site.node(), "let_declaration")
            .filter(let ->
                let.child("type")
                    .filter(t -> t.range().encloses(site.primary().range()))
                    .isPresent());
    Optional<SyntaxNode> object = Declarations.at(site.node(), "dynamic_type");
    if (variable.isPresent() && object.isPresent() && variable.get().child("value").isPresent()) {
      Declarations.one(
              "Let the variable keep its own type",
              site.edits().replace(object.get(), "_"),
              CHANGES_TYPE)
          .stream()
          .map(Proposal::inventing)
          .forEach(found::add);
    }
    return found;
  }

  private static List<Proposal> excluded(Site site) {
    List<Place> places =
        site.noted("…because … | ...because … | …this trait is not dyn compatible…").stream()
            .flatMap(place -> function(place).stream().map(f -> Place.of(place.file(), f)))
            .distinct()
            .toList();
    if (places.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    var names = new ArrayList<String>();
    for (Place place : places) {
      SyntaxNode function = place.node();
      names.add(Declarations.name(function));
      Optional<SyntaxNode> clause = Declarations.childOf(function, "where_clause");
      if (clause.isPresent()) {
        edits.insert(place.file(), clause.get().range().end(), ", Self: Sized");
        continue;
      }
      SyntaxNode last =
          function.child("return_type").or(() -> function.child("parameters")).orElseThrow();
      edits.insert(place.file(), last.range().end(), " where Self: Sized");
    }
    return Declarations.one(
        "Exclude `%s` from trait objects".formatted(String.join("`, `", names)),
        edits,
        CHANGES_TRAIT);
  }

  private static Optional<SyntaxNode> function(Place place) {
    return Declarations.at(place.node(), "function_signature_item", "function_item", "trait_item")
        .filter(node -> EXCLUDABLE.contains(node.kind()))
        .filter(node -> Nodes.above(node, "trait_item").isPresent());
  }
}
