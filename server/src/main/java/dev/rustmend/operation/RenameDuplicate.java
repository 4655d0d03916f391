package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives the second of two equal names a name of its own.
///
/// Items and members (E0428, E0201, E0592), fields (E0124) and parameters (E0415): rustc points at
/// the second with the primary span. Uses keep the first, except those in the items right behind
/// the second that can only mean it; a member of a trait's impl takes the name of a trait's item
/// that is still missing, where there is just one.
final class RenameDuplicate implements Operation {
  @Override
  public String name() {
    return "rename-duplicate";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> named = second(site);
    Optional<SyntaxNode> name = named.flatMap(node -> nameOf(node));
    if (name.isEmpty()) {
      return List.of();
    }
    String old = name.get().text();
    Set<String> taken =
        site.tree()
            .root()
            .descendants()
            .filter(node -> node.kind().endsWith("identifier"))
            .map(SyntaxNode::text)
            .collect(Collectors.toSet());
    String fresh = fresh(site, named.orElseThrow(), old, taken);
    Edits edits = site.edits().replace(name.get(), fresh);
    if (named.get().is("parameter")) {
      Bindings.uses(name.get()).stream()
          .filter(use -> !isPattern(use))
          .forEach(use -> edits.replace(use, fresh));
    }
    return Declarations.one("Rename the second `%s` to `%s`".formatted(old, fresh), edits);
  }

  private static boolean isPattern(SyntaxNode use) {
    return use.parent().filter(up -> up.is("parameter")).isPresent();
  }

  private static Optional<SyntaxNode> nameOf(SyntaxNode node) {
    return node.child("name")
        .or(() -> node.child("pattern").filter(pattern -> pattern.is("identifier")));
  }

  /// The later of the two definitions, whichever rustc calls the primary one.
  private static Optional<SyntaxNode> second(Site site) {
    SyntaxNode first = site.primary().node();
    Optional<SyntaxNode> here = definition(first);
    String name = here.flatMap(RenameDuplicate::nameOf).map(SyntaxNode::text).orElse("");
    return site
        .labeled(
            "other definition for … | previous definition of … | duplicate definition… | …redefined here")
        .stream()
        .filter(place -> place.file().equals(site.file()))
        .flatMap(place -> definition(place.node()).stream())
        .filter(node -> nameOf(node).map(SyntaxNode::text).orElse("").equals(name))
        .filter(node -> here.filter(h -> h.range().start() < node.range().start()).isPresent())
        .reduce((_, last) -> last)
        .or(() -> here);
  }

  private static Optional<SyntaxNode> definition(SyntaxNode node) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(node), node.ancestors())
        .filter(up -> nameOf(up).isPresent() && !up.is("token_tree"))
        .findFirst();
  }

  private static String fresh(Site site, SyntaxNode node, String old, Set<String> taken) {
    Optional<SyntaxNode> impl = Nodes.above(node, "impl_item");
    Optional<String> missing =
        impl.flatMap(Declarations::traitName)
            .flatMap(name -> Declarations.trait(site, name))
            .map(trait ->
                Declarations.members(trait.node()).stream()
                    .filter(
                        member -> member.kind().startsWith("function") == node.is("function_item"))
                    .map(Declarations::name)
                    .filter(name -> Declarations.member(impl.orElseThrow(), name).isEmpty())
                    .toList())
            .filter(names -> names.size() == 1)
            .map(List::getFirst);
    if (missing.isPresent()) {
      return missing.get();
    }
    boolean constant = old.toUpperCase(Locale.ROOT).equals(old) && old.length() > 1;
    String base = constant ? old + "_" : old;
    boolean numbered = !base.isEmpty() && Character.isDigit(base.charAt(base.length() - 1));
    return numbered
        ? lettered(base, taken)
        : Declarations.fresh(base, taken::contains).replace("__", "_");
  }

  /// `base`, which ends in a number, with a letter behind: `Align8B`, as `Align82` would read as
  /// another number.
  private static String lettered(String base, Set<String> taken) {
    String letters = Character.isUpperCase(base.charAt(0)) ? "BCDEFGH" : "bcdefgh";
    return letters
        .chars()
        .mapToObj(letter -> base + (char) letter)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseGet(() -> Declarations.fresh(base + "_", taken::contains));
  }
}
