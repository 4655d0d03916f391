package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Lets a closure borrow what it uses: takes the `move` away (E0382, E0505, E0507).
///
/// Without `move` a closure borrows each variable as its body needs; that it does not outlive them
/// the compiler checks.
final class LeaveOutMove implements Operation {

  @Override
  public String name() {
    return "leave-out-move";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    for (Span span : site.diagnostic().spans()) {
      Optional<Proposal> proposal =
          site.place(span)
              .filter(place -> place.file().equals(site.file()))
              .map(Place::node)
              .flatMap(LeaveOutMove::closure)
              .flatMap(closure -> proposal(site, closure));
      if (proposal.isPresent()) {
        return List.of(proposal.get());
      }
    }
    return List.of();
  }

  private static Optional<SyntaxNode> closure(SyntaxNode node) {
    return node.is("closure_expression")
        ? Optional.of(node)
        : Nodes.above(node, "closure_expression");
  }

  private static Optional<Proposal> proposal(Site site, SyntaxNode closure) {
    Optional<SyntaxNode> word =
        closure.children().stream().filter(child -> child.text().equals("move")).findFirst();
    int next = closure.child("parameters").map(list -> list.range().start()).orElse(0);
    return word.filter(move -> next > move.range().end())
        .flatMap(move -> site.edits().delete(new TextRange(move.range().start(), next)).patch())
        .map(patch -> Proposal.of("Let the closure borrow: leave out `move`", patch));
  }
}
