package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Takes the `mut` from `&mut x` where nothing is changed through the reference, so that the
/// borrows can share the value; and `&self` for `&mut self` in a method that only reads.
///
/// Any number of shared borrows may live at a time, a mutable one only alone (E0499, E0502). That
/// nothing is changed the compiler checks.
final class BorrowShared implements Operation {
  private static final int SIGNATURE = 16;

  @Override
  public String name() {
    return "borrow-shared";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var references = new LinkedHashSet<SyntaxNode>();
    for (Span span : site.diagnostic().spans()) {
      site.place(span)
          .filter(place -> place.file().equals(site.file()))
          .flatMap(BorrowShared::mutable)
          .ifPresent(references::add);
    }
    var found = new ArrayList<Proposal>();
    if (!Only.asks(site, "reference")) {
      references.clear();
    }
    for (SyntaxNode reference : references) {
      without(site, List.of(reference)).ifPresent(found::add);
    }
    if (references.size() > 1) {
      without(site, List.copyOf(references)).ifPresent(found::add);
    }
    if (Only.asks(site, "receiver")) {
      receivers(site, found);
    }
    return List.copyOf(found.subList(0, Math.min(6, found.size())));
  }

  private static Optional<SyntaxNode> mutable(Place place) {
    SyntaxNode node = place.node();
    return node.is("reference_expression") && specifier(node).isPresent() && !isDropped(node)
        ? Optional.of(node)
        : Optional.empty();
  }

  /// Whether the reference is bound to `_`: that nothing is changed through it says nothing then.
  private static boolean isDropped(SyntaxNode reference) {
    return reference
        .parent()
        .filter(parent -> parent.is("let_declaration"))
        .flatMap(parent -> parent.child("pattern"))
        .filter(pattern -> pattern.text().equals("_"))
        .isPresent();
  }

  private static Optional<SyntaxNode> specifier(SyntaxNode node) {
    return node.children().stream().filter(child -> child.is("mutable_specifier")).findFirst();
  }

  private static Optional<Proposal> without(Site site, List<SyntaxNode> references) {
    Edits edits = site.edits();
    if (!Only.asks(site, "reference")) {
      references.clear();
    }
    for (SyntaxNode reference : references) {
      TextRange mut = specifier(reference).orElseThrow().range();
      int value = reference.child("value").orElse(reference).range().start();
      edits.delete(new TextRange(mut.start(), value));
    }
    SyntaxNode value = references.getFirst().child("value").orElseThrow();
    return edits
        .patch()
        .map(patch ->
            Proposal.of(
                "Borrow `%s` without `mut`, since it is only read".formatted(value.text()), patch));
  }

  /// The methods of this crate that are called where the borrow begins or clashes.
  private static void receivers(Site site, List<Proposal> found) {
    for (Span span : site.diagnostic().spans()) {
      Optional<Place> place = site.place(span).filter(p -> p.file().equals(site.file()));
      if (place.isEmpty()) {
        continue;
      }
      SyntaxNode node = place.get().node();
      Optional<SyntaxNode> call =
          node.is("call_expression")
              ? Optional.of(node)
              : Nodes.above(node, "call_expression")
                  .filter(up -> up.range().start() == node.range().start());
      call.flatMap(c -> Callee.of(site, c))
          .flatMap(callee -> receiver(callee))
          .filter(proposal -> !found.contains(proposal))
          .ifPresent(found::add);
    }
  }

  private static Optional<Proposal> receiver(Callee callee) {
    Optional<SyntaxNode> self = Callee.self(callee.function());
    Optional<SyntaxNode> mut = self.flatMap(BorrowShared::specifier);
    boolean borrowed = self.filter(s -> s.text().startsWith("&")).isPresent();
    if (mut.isEmpty() || !borrowed || inTraitImpl(callee.function())) {
      return Optional.empty();
    }
    int end = self.get().range().end() - "self".length();
    Edits edits = new Edits(callee.file()).delete(new TextRange(mut.get().range().start(), end));
    String name = callee.function().child("name").map(SyntaxNode::text).orElse("");
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Take `&self` in `%s`, which only reads".formatted(name), patch)
                .penalized(SIGNATURE));
  }

  static boolean inTraitImpl(SyntaxNode function) {
    return Nodes.above(function, "impl_item", "trait_item")
        .filter(item -> item.is("trait_item") || item.child("trait").isPresent())
        .isPresent();
  }
}
