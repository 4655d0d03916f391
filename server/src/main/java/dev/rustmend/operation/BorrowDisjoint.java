package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Borrows two elements of one list mutably at once with `get_disjoint_mut`, where two `let` do it
/// one after the other (E0499).
///
/// rustc can not know that `list[a]` and `list[b]` are different elements. `get_disjoint_mut` asks
/// when the program runs; like an index it panics where there is no such element, and also where
/// both are the same.
final class BorrowDisjoint implements Operation {
  private static final int PENALTY = 10;

  @Override
  public String name() {
    return "borrow-disjoint";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Conflict conflict = Conflict.of(site);
    Optional<Borrow> first = Borrow.around(conflict.borrow().node());
    Optional<Borrow> second = Borrow.around(conflict.clash().node());
    if (first.isEmpty() || second.isEmpty() || !fit(first.get(), second.get())) {
      return List.of();
    }
    Borrow one = first.get();
    Borrow other = second.get();
    String text =
        "let [%s, %s] = %s.get_disjoint_mut([%s, %s]).unwrap();"
            .formatted(
                one.pattern.text(),
                other.pattern.text(),
                one.list.text(),
                one.index.text(),
                other.index.text());
    Edits edits =
        site.edits().replace(one.let, text).deleteLine(site.file(), site.text(), other.let.range());
    return Declarations.one(
        "Borrow `%s` and `%s` at once with `get_disjoint_mut`"
            .formatted(one.element.text(), other.element.text()),
        edits,
        PENALTY);
  }

  /// Whether they stand one behind the other, on the same list, and the second index does not hang
  /// on the first element.
  private static boolean fit(Borrow one, Borrow other) {
    return one.list.text().equals(other.list.text())
        && !one.index.text().equals(other.index.text())
        && one.let.parent().equals(other.let.parent())
        && one.let.range().end() <= other.let.range().start()
        && one.let.parent().map(Flow::statements).stream()
            .anyMatch(list -> list.indexOf(other.let) == list.indexOf(one.let) + 1)
        && !Flow.mentions(other.index, one.pattern.text());
  }

  /// `let pattern = &mut list[index];`
  private record Borrow(
      SyntaxNode let, SyntaxNode pattern, SyntaxNode element, SyntaxNode list, SyntaxNode index) {

    static Optional<Borrow> around(SyntaxNode node) {
      return Nodes.above(node, "let_declaration").or(() -> Optional.of(node)).flatMap(Borrow::of);
    }

    private static Optional<Borrow> of(SyntaxNode let) {
      Optional<SyntaxNode> pattern = let.child("pattern").filter(it -> it.is("identifier"));
      Optional<SyntaxNode> element =
          let.child("value")
              .filter(Nodes::borrowsMutably)
              .flatMap(value -> value.child("value"))
              .filter(value -> value.is("index_expression"));
      if (pattern.isEmpty() || element.isEmpty() || let.child("type").isPresent()) {
        return Optional.empty();
      }
      List<SyntaxNode> parts = element.get().namedChildren();
      return parts.size() == 2 && !parts.get(1).is("range_expression")
          ? Optional.of(
              new Borrow(let, pattern.get(), element.get(), parts.getFirst(), parts.get(1)))
          : Optional.empty();
    }
  }
}
