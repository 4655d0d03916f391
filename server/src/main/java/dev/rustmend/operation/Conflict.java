package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A borrow conflict: the place where a borrow began, the place that clashes with it, and the later
/// use that keeps the borrow alive.
///
/// rustc labels all three (E0499, E0500 to E0506, E0524); the clash is always the primary span. A
/// borrow that began in an earlier turn of a loop may have no place of its own, and then the clash
/// stands for it.
record Conflict(Place borrow, Place clash, Optional<Place> later) {
  private static final List<String> BORROWS =
      List.of(
          "borrow occurs here",
          "occurs here (via",
          "is borrowed here",
          "was mutably borrowed here",
          "borrow of `",
          "constructed here",
          "construction occurs here");

  static Conflict of(Site site) {
    Place clash = site.primary();
    Place borrow =
        first(site, label -> BORROWS.stream().anyMatch(label::contains) && !isLater(label))
            .orElse(clash);
    return new Conflict(borrow, clash, first(site, Conflict::isLater));
  }

  private static boolean isLater(String label) {
    return label.contains("later ") || label.contains("might be used here");
  }

  private static Optional<Place> first(Site site, Predicate<String> fits) {
    return site.diagnostic().spans().stream()
        .filter(span -> !span.primary() && span.label().filter(fits).isPresent())
        .filter(span -> span.file().equals(site.file()))
        .flatMap(span -> place(site, span))
        .findFirst();
  }

  private static Stream<Place> place(Site site, Span span) {
    return site.place(span).stream();
  }

  /// The `let` in whose value the borrow began.
  Optional<SyntaxNode> borrowLet() {
    return Nodes.above(borrow.node(), "let_declaration", "closure_expression", "function_item")
        .filter(node -> node.is("let_declaration"))
        .filter(let -> isValueOf(borrow.node(), let))
        .filter(let ->
            let.child("value").filter(value -> value.range().encloses(borrow.range())).isPresent());
  }

  /// Whether all blocks between the two have the node in the expression at their end.
  private static boolean isValueOf(SyntaxNode node, SyntaxNode let) {
    return node.ancestors()
        .takeWhile(up -> !up.equals(let))
        .filter(up -> up.is("block"))
        .allMatch(block ->
            block.namedChildren().getLast().range().encloses(node.range())
                && !block.namedChildren().getLast().text().endsWith(";"));
  }

  /// The name that the `let` of the borrow introduces.
  Optional<SyntaxNode> borrower() {
    return borrowLet().flatMap(let -> let.child("pattern")).flatMap(Flow::boundName);
  }

  /// The variable whose part is borrowed: `a` of `&mut a.b[0]`.
  Optional<SyntaxNode> owner() {
    return Flow.root(borrow.node());
  }
}
