package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ends a borrow before what clashes with it by moving one statement past others: the last use up,
/// the clash down behind it, or the closure that borrows down behind the clash.
///
/// A borrow lasts from where it is made to its last use (E0499, E0500 to E0506, E0524), and a moved
/// value is gone from the move on (E0382): in both the order of statements decides. Only statements
/// that do not depend on each other change places.
final class ReorderStatements implements Operation {
  private static final int NOTICED = 80;

  @Override
  public String name() {
    return "reorder-statements";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Places> places =
        site.diagnostic().codeText().equals("E0382") ? moved(site) : borrowed(site);
    var found = new ArrayList<Proposal>();
    places.ifPresent(these -> {
      clashUp(site, these).ifPresent(found::add);
      closureDown(site, these).ifPresent(found::add);
      clashDown(site, these).ifPresent(found::add);
      usesUp(site, these).ifPresent(found::add);
    });
    return List.copyOf(found);
  }

  /// The statements of one block: where the clash is, the last use behind it, where the borrow is
  /// (if in this block), and the names that both sides of the conflict share of necessity.
  private record Places(
      List<SyntaxNode> statements,
      int clash,
      int use,
      int borrow,
      String borrower,
      Set<String> shared) {

    SyntaxNode at(int index) {
      return statements.get(index);
    }
  }

  private static Optional<Places> borrowed(Site site) {
    Conflict conflict = Conflict.of(site);
    if (conflict.later().isEmpty()) {
      return Optional.empty();
    }
    String borrower = conflict.borrower().map(SyntaxNode::text).orElse("");
    var shared = new HashSet<String>();
    conflict.owner().ifPresent(owner -> shared.add(owner.text()));
    shared.add(borrower);
    return places(
        conflict.clash().node(),
        conflict.later().orElseThrow().node(),
        conflict.borrowLet(),
        borrower,
        shared);
  }

  /// For a use after a move the move is the clash, and the uses behind it go up.
  private static Optional<Places> moved(Site site) {
    List<Place> moves = site.labeled("value moved here");
    if (moves.isEmpty()) {
      return Optional.empty();
    }
    Optional<SyntaxNode> root = Flow.root(moves.getFirst().node());
    String name = root.map(SyntaxNode::text).orElse("");
    return places(moves.getFirst().node(), site.node(), Optional.empty(), name, Set.of(name));
  }

  private static Optional<Places> places(
      SyntaxNode clash,
      SyntaxNode use,
      Optional<SyntaxNode> borrowLet,
      String borrower,
      Set<String> shared) {
    Optional<SyntaxNode> block = Flow.commonBlock(clash, use);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    List<SyntaxNode> statements = Flow.statements(block.get());
    int clashAt = indexAround(statements, clash);
    int useAt = indexAround(statements, use);
    int borrowAt = borrowLet.map(statements::indexOf).orElse(-1);
    return clashAt >= 0 && useAt > clashAt
        ? Optional.of(new Places(statements, clashAt, useAt, borrowAt, borrower, shared))
        : Optional.empty();
  }

  private static int indexAround(List<SyntaxNode> statements, SyntaxNode node) {
    for (int at = 0; at < statements.size(); at++) {
      if (statements.get(at).range().encloses(node.range())) {
        return at;
      }
    }
    return -1;
  }

  /// Making a closure or a reference has no effect of its own, so it can wait.
  private static Optional<Proposal> closureDown(Site site, Places places) {
    if (places.borrow() < 0 || places.borrow() >= places.clash()) {
      return Optional.empty();
    }
    SyntaxNode let = places.at(places.borrow());
    boolean closure = let.child("value").filter(v -> v.is("closure_expression")).isPresent();
    if (!closure || !passes(places, places.borrow(), places.borrow() + 1, places.clash())) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    Lines.moveBehind(edits, site.primary(), let, places.at(places.clash()));
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Create `%s` after the other use".formatted(places.borrower()), patch));
  }

  /// What only reads or borrows the value again can do so before it is lent out.
  private static Optional<Proposal> clashUp(Site site, Places places) {
    if (places.borrow() < 0 || places.borrow() >= places.clash()) {
      return Optional.empty();
    }
    SyntaxNode clash = places.at(places.clash());
    boolean changes =
        Flow.changed(clash).stream().anyMatch(places.shared()::contains)
            || Flow.mentions(clash, places.borrower());
    boolean early =
        places.statements().subList(places.borrow() + 1, places.clash()).stream()
            .anyMatch(between -> Flow.mentions(between, places.borrower()));
    if (changes
        || early
        || !isMovable(clash)
        || !passes(places, places.clash(), places.borrow() + 1, places.clash() - 1)) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    Lines.moveBefore(edits, site.primary(), clash, places.at(places.borrow()));
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Move this statement before `%s`".formatted(places.borrower()), patch));
  }

  private static Optional<Proposal> clashDown(Site site, Places places) {
    SyntaxNode clash = places.at(places.clash());
    int last = lastUse(places);
    SyntaxNode target = places.at(last);
    if (!isMovable(clash)
        || !isMovable(target)
        || !passes(places, places.clash(), places.clash() + 1, last)) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    Lines.moveBehind(edits, site.primary(), clash, target);
    String what = places.borrower().isEmpty() ? "the borrow" : "`" + places.borrower() + "`";
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Move this statement behind the last use of " + what, patch)
                .penalized(penalty(places, places.clash(), places.clash() + 1, last)));
  }

  private static Optional<Proposal> usesUp(Site site, Places places) {
    SyntaxNode use = places.at(places.use());
    if (!isMovable(use)
        || !Flow.declared(use).isEmpty()
        || places.use() != lastUse(places)
        || !passes(places, places.use(), places.clash(), places.use() - 1)) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    Lines.moveBefore(edits, site.primary(), use, places.at(places.clash()));
    String what = places.borrower().isEmpty() ? "the borrow" : "`" + places.borrower() + "`";
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Use " + what + " before this statement", patch)
                .penalized(1 + penalty(places, places.use(), places.clash(), places.use() - 1)));
  }

  /// The last statement that mentions the borrower; at least the use that rustc names.
  private static int lastUse(Places places) {
    int last = places.use();
    if (!places.borrower().isEmpty()) {
      for (int at = places.use() + 1; at < places.statements().size(); at++) {
        last = Flow.mentions(places.at(at), places.borrower()) ? at : last;
        if (Flow.declared(places.at(at)).contains(places.borrower())) {
          break;
        }
      }
    }
    return last;
  }

  private static boolean passes(Places places, int moved, int from, int to) {
    SyntaxNode one = places.at(moved);
    for (int at = from; at <= to; at++) {
      SyntaxNode other = places.at(at);
      boolean direct = at == places.clash() || moved == places.clash();
      // the one that reads the owner itself would read another value
      Set<String> shared = direct ? sharing(places, one, other) : Set.of();
      if (!Flow.commute(one, other, shared)) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> sharing(Places places, SyntaxNode one, SyntaxNode other) {
    var shared = new HashSet<>(places.shared());
    SyntaxNode clash = places.at(places.clash());
    SyntaxNode use = one.equals(clash) ? other : one;
    if (places.borrow() < 0 && Flow.changed(use).contains(places.borrower())) {
      return Set.of();
    }
    boolean both =
        Flow.mentions(use, places.borrower())
            && places.shared().stream()
                .anyMatch(name -> !name.equals(places.borrower()) && Flow.mentions(use, name));
    // a reader of both sees the value behind the clash: it must stay there
    return both && !Flow.onlyBorrows(clash) ? Set.of() : shared;
  }

  private static int penalty(Places places, int moved, int from, int to) {
    SyntaxNode one = places.at(moved);
    SyntaxNode clash = places.at(places.clash());
    if (changesWhatClashReads(places, clash)) {
      return NOTICED;
    }
    if (Flow.onlyBorrows(one) || !Flow.isNoticed(one)) {
      return 0;
    }
    for (int at = from; at <= to; at++) {
      if (Flow.isNoticed(places.at(at))) {
        return NOTICED;
      }
    }
    return 0;
  }

  private static boolean changesWhatClashReads(Places places, SyntaxNode clash) {
    return !Flow.onlyBorrows(clash)
        && Flow.changed(places.at(places.use())).contains(places.borrower());
  }

  /// Whether it is a statement with its own end: not the value of the block.
  private static boolean isMovable(SyntaxNode node) {
    return node.is("let_declaration") || node.is("expression_statement");
  }
}
