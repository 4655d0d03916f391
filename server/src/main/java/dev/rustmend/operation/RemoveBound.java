package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Removes a bound that is one too many: a relaxed bound besides the first `?Sized` (E0203), or one
/// of two supertraits that ask for each other (E0391).
final class RemoveBound implements Operation {
  private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");
  private static final int CHANGES_TRAIT = 20;

  @Override
  public String name() {
    return "remove-bound";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean relaxed = site.diagnostic().codeText().equals("E0203");
    return relaxed ? relaxed(site) : supertraits(site);
  }

  private static List<Proposal> relaxed(Site site) {
    Optional<SyntaxNode> bounds =
        Declarations.at(site.node(), "trait_bounds")
            .or(() ->
                site.enclosing("type_parameter", "where_predicate")
                    .flatMap(p -> p.child("bounds")));
    if (bounds.isEmpty()) {
      return List.of();
    }
    List<String> all = PLUS.splitAsStream(bounds.get().text().replaceFirst("^:\\s*", "")).toList();
    var kept = new ArrayList<String>();
    for (String bound : all) {
      boolean surplus =
          bound.startsWith("?") && (!bound.equals("?Sized") || kept.contains("?Sized"));
      if (!surplus) {
        kept.add(bound);
      }
    }
    if (kept.isEmpty() || kept.size() == all.size()) {
      return List.of();
    }
    return Declarations.one(
        "Keep one relaxed bound",
        site.edits().replace(bounds.get(), ": " + String.join(" + ", kept)));
  }

  private static List<Proposal> supertraits(Site site) {
    var places = new ArrayList<Place>(List.of(site.primary()));
    places.addAll(site.noted("…"));
    var found = new ArrayList<Proposal>();
    for (Place place : places.reversed()) {
      Optional<SyntaxNode> bounds =
          Declarations.at(place.node(), "trait_bounds")
              .or(() -> Declarations.at(place.node(), "trait_item").flatMap(t -> t.child("bounds")))
              .filter(b -> b.parent().filter(up -> up.is("trait_item")).isPresent());
      if (bounds.isEmpty()) {
        continue;
      }
      List<String> all =
          PLUS.splitAsStream(bounds.get().text().replaceFirst("^:\\s*", "")).toList();
      String gone = place.text().matches("[\\w:<>, ]+") ? place.text() : all.getFirst();
      List<String> kept = all.stream().filter(b -> !b.equals(gone)).toList();
      String owner = bounds.get().parent().map(Declarations::name).orElse("");
      Edits edits = new Edits(place.file());
      edits.replace(bounds.get(), kept.isEmpty() ? "" : ": " + String.join(" + ", kept));
      if (kept.size() < all.size()) {
        found.addAll(
            Declarations.one(
                "Remove the supertrait `%s` of `%s`".formatted(gone, owner),
                edits,
                CHANGES_TRAIT + found.size()));
      }
    }
    return found.stream().limit(4).toList();
  }
}
