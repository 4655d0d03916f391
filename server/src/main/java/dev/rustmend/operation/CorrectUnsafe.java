package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes `unsafe` of an impl agree with its trait: taken away where the trait is safe or there is
/// none (E0197, E0198, E0199); for an unsafe trait (E0200) the trait of the crate's own becomes
/// safe where nothing in it is `unsafe`, or the impl takes the promise, which the title says.
/// Whether somebody relies on the promise the compiler can not tell: only a person takes either.
final class CorrectUnsafe implements Operation {
  private static final int CHANGES_TRAIT = 10;
  private static final int PROMISE = 60;

  @Override
  public String name() {
    return "correct-unsafe";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl = site.enclosing("impl_item");
    if (impl.isEmpty()) {
      return List.of();
    }
    Optional<SyntaxNode> word =
        impl.get().children().stream().filter(c -> c.is("unsafe")).findFirst();
    if (word.isPresent()) {
      return Declarations.one(
          "Remove `unsafe` from the impl", site.edits().delete(withBlank(site, word.get())));
    }
    var found = new ArrayList<Proposal>();
    String way = site.parameter("way", "");
    found.addAll(way.equals("promise") ? promise(site, impl.get()) : safeTrait(site, impl.get()));
    return found;
  }

  private static List<Proposal> promise(Site site, SyntaxNode impl) {
    Edits promise = site.edits().insert(impl.range().start(), "unsafe ");
    return promise.patch().stream()
        .map(patch ->
            Proposal.of("Promise with `unsafe impl` what the trait asks for", patch)
                .penalized(PROMISE)
                .admitting(Damage.Kind.UNSAFE))
        .toList();
  }

  private static List<Proposal> safeTrait(Site site, SyntaxNode impl) {
    Optional<CrateFiles.Item> trait =
        Declarations.traitName(impl).flatMap(name -> Declarations.trait(site, name));
    Optional<SyntaxNode> word =
        trait.flatMap(t -> t.node().children().stream().filter(c -> c.is("unsafe")).findFirst());
    boolean documented =
        trait
            .filter(t ->
                site.tree(t.file())
                    .map(tree ->
                        tree.source()
                            .slice(
                                new dev.rustmend.text.TextRange(
                                    Declarations.start(t.node()), t.node().range().start())))
                    .orElse("")
                    .contains("Safety"))
            .isPresent();
    boolean inner =
        trait
            .flatMap(t -> t.node().child("body"))
            .filter(b -> b.text().contains("unsafe"))
            .isPresent();
    boolean others =
        trait
            .filter(t ->
                Declarations.implementations(site, t.item().name()).stream()
                    .anyMatch(i -> i.node().text().startsWith("unsafe")))
            .isPresent();
    if (word.isEmpty() || documented || inner || others) {
      return List.of();
    }
    Edits edits = new Edits(trait.orElseThrow().file());
    edits.replace(
        trait.get().file(),
        new dev.rustmend.text.TextRange(word.get().range().start(), word.get().range().end() + 1),
        "");
    return Declarations.one(
            "Make the trait `%s` a safe one".formatted(trait.get().item().name()),
            edits,
            CHANGES_TRAIT)
        .stream()
        .map(made -> made.admitting(Damage.Kind.BOUND))
        .toList();
  }

  private static dev.rustmend.text.TextRange withBlank(Site site, SyntaxNode word) {
    byte[] bytes = site.text().bytes();
    int end = word.range().end();
    while (end < bytes.length && bytes[end] == ' ') {
      end++;
    }
    return new dev.rustmend.text.TextRange(word.range().start(), end);
  }
}
