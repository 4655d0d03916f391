package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Loops over a copy of the collection that the body of the loop changes: `for x in &v.clone()`.
///
/// The head of a `for` borrows the collection for the whole loop, so its body can not change it
/// (E0502, E0499, E0505, E0506). The copy is a temporary of the head, which lives as long as the
/// loop, and the elements keep their type.
final class LoopOverClone implements Operation {
  private static final int PENALTY = 30;

  @Override
  public String name() {
    return "loop-over-clone";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Conflict conflict = Conflict.of(site);
    Optional<SyntaxNode> loop =
        conflict
            .borrow()
            .node()
            .ancestors()
            .filter(node -> node.is("for_expression") || node.is("while_expression"))
            .findFirst()
            .filter(node -> inHead(node, conflict.borrow().range()))
            .filter(node -> node.range().encloses(conflict.clash().range()));
    Optional<SyntaxNode> head = loop.flatMap(LoopOverClone::head);
    Optional<SyntaxNode> place =
        head.filter(value -> !isMutable(value))
            .flatMap(value -> collection(value, conflict.borrow().range()));
    return place.flatMap(node -> proposal(site, node)).stream().toList();
  }

  /// Whether the loop changes the elements: those of a copy would be lost.
  private static boolean isMutable(SyntaxNode value) {
    return value
        .descendants()
        .anyMatch(node ->
            node.is("mutable_specifier")
                || (node.is("field_identifier") && node.text().matches(".*_mut|drain|lock|write")));
  }

  private static Optional<SyntaxNode> head(SyntaxNode loop) {
    return loop.is("for_expression") ? loop.child("value") : Optional.empty();
  }

  private static boolean inHead(SyntaxNode loop, TextRange range) {
    return head(loop).filter(value -> value.range().encloses(range)).isPresent();
  }

  /// The field or variable at the bottom of the chain: `self.items` of
  /// `self.items.iter().enumerate()`.
  private static Optional<SyntaxNode> collection(SyntaxNode value, TextRange borrow) {
    SyntaxNode node = value;
    while (true) {
      Optional<SyntaxNode> inner =
          switch (node.kind()) {
            case "reference_expression" -> node.child("value");
            case "parenthesized_expression" -> node.namedChildren().stream().findFirst();
            case "call_expression" ->
                node.child("function")
                    .filter(f -> f.is("field_expression"))
                    .flatMap(f -> f.child("value"));
            default -> Optional.empty();
          };
      if (inner.isEmpty()) {
        boolean place =
            node.is("identifier") || node.is("field_expression") || node.is("index_expression");
        return place && (node.range().encloses(borrow) || borrow.encloses(node.range()))
            ? Optional.of(node)
            : Optional.empty();
      }
      node = inner.get();
    }
  }

  private static Optional<Proposal> proposal(Site site, SyntaxNode place) {
    boolean ranged =
        place.is("index_expression") && place.namedChildren().getLast().is("range_expression");
    String suffix = ranged ? ".to_vec()" : ".clone()";
    return site.edits()
        .insert(place.range().end(), suffix)
        .patch()
        .map(patch ->
            Proposal.of("Loop over a copy of `%s`".formatted(place.text()), patch)
                .penalized(PENALTY));
  }
}
