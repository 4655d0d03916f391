package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Leaves one implementation of a trait where there are two.
///
/// Answers E0119. A derive gives way to an impl by hand; an impl that a blanket impl covers keeps
/// its methods as inherent ones, which calls find first.
final class ResolveConflictingImpls implements Operation {
  private static final int INHERENT = 40;

  @Override
  public String name() {
    return "resolve-conflicting-impls";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    var places = new ArrayList<Place>(List.of(site.primary()));
    places.addAll(site.labeled("first implementation here | conflicting implementation…"));
    for (Place place : places) {
      Optional<SyntaxNode> attribute =
          Declarations.at(place.node(), "attribute_item").filter(a -> a.text().contains("derive"));
      if (attribute.isPresent()) {
        found.addAll(underive(place, attribute.get()));
      }
    }
    if (!found.isEmpty()) {
      return found;
    }
    for (Place place : places) {
      Declarations.at(place.node(), "impl_item")
          .ifPresent(impl -> found.addAll(inherent(site, place, impl)));
    }
    return found.stream().distinct().toList();
  }

  private static List<Proposal> underive(Place place, SyntaxNode attribute) {
    List<SyntaxNode> words =
        attribute.descendants().filter(node -> node.is("identifier")).skip(1).toList();
    Optional<SyntaxNode> word =
        words.stream()
            .filter(node ->
                node.range().encloses(place.range()) || place.range().encloses(node.range()))
            .findFirst();
    if (word.isEmpty()) {
      return List.of();
    }
    Edits edits = new Edits(place.file());
    if (words.size() == 1) {
      edits.deleteLine(place.file(), place.tree().source(), attribute.range());
    } else {
      edits.delete(Declarations.withComma(word.get()));
    }
    return Declarations.one(
        "Take `%s` out of the derive, as there is an impl".formatted(word.get().text()), edits);
  }

  private static List<Proposal> inherent(Site site, Place place, SyntaxNode impl) {
    Optional<SyntaxNode> trait = impl.child("trait");
    Optional<SyntaxNode> type = impl.child("type");
    boolean blanket =
        type.isEmpty()
            || Declarations.generics(impl).stream()
                .anyMatch(p -> Declarations.name(p).equals(type.get().text()));
    if (trait.isEmpty()
        || blanket
        || Declarations.type(site, CrateFiles.baseName(type.get())).isEmpty()
        || Declarations.members(impl).stream().anyMatch(m -> m.is("type_item"))
        || Declarations.members(impl).isEmpty()) {
      return List.of();
    }
    Edits edits = new Edits(place.file());
    edits.delete(new TextRange(trait.get().range().start(), type.get().range().start()));
    return Declarations.one(
        "Make the methods of `%s for %s` inherent ones"
            .formatted(trait.get().text(), type.get().text()),
        edits,
        INHERENT);
  }
}
