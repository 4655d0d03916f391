package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a value before the borrow that would exclude it: `let damage = self.damage();` above the
/// loop over `self.players.iter_mut()`, or above the `let` that borrows mutably (E0502, E0503,
/// E0499).
///
/// Nothing between may change what is read, and it may not depend on what is declared between.
final class HoistAboveBorrow implements Operation {
  private static final int PENALTY = 4;

  @Override
  public String name() {
    return "hoist-above-borrow";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Conflict conflict = Conflict.of(site);
    Optional<SyntaxNode> target = target(conflict);
    Optional<SyntaxNode> value = value(conflict.clash().node());
    if (target.isEmpty() || value.isEmpty()) {
      return List.of();
    }
    SyntaxNode read = value.get();
    boolean loop = target.get().range().encloses(read.range());
    if (!isPure(site, read, loop) || !isSteady(target.get(), read)) {
      return List.of();
    }
    var point = new HoistPoint(target.get(), false);
    Set<String> taken = new HashSet<>(Bindings.visible(read).keySet());
    String name = point.free(HoistPoint.nameOf(read));
    if (taken.contains(name)) {
      return List.of();
    }
    Edits edits = site.edits();
    point.insert(edits, site.primary(), "let %s = %s;".formatted(name, read.text()));
    edits.replace(read, name);
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Read `%s` before the borrow".formatted(read.text()), patch)
                .penalized(PENALTY))
        .stream()
        .toList();
  }

  /// The statement that begins the borrow: a `let`, or the loop in whose head it is made.
  private static Optional<SyntaxNode> target(Conflict conflict) {
    SyntaxNode borrow = conflict.borrow().node();
    Optional<SyntaxNode> let =
        conflict.borrowLet().filter(node -> !node.range().encloses(conflict.clash().range()));
    return let.or(() ->
        borrow
            .ancestors()
            .filter(node -> node.is("for_expression"))
            .findFirst()
            .filter(loop ->
                loop.child("value")
                    .filter(head -> head.range().encloses(borrow.range()))
                    .isPresent())
            .filter(loop -> loop.range().encloses(conflict.clash().range()))
            .flatMap(Nodes::statement));
  }

  /// The whole chain of fields and calls that begins with the clash.
  private static Optional<SyntaxNode> value(SyntaxNode clash) {
    SyntaxNode best = clash;
    for (SyntaxNode up : clash.ancestors().toList()) {
      boolean chain =
          up.is("field_expression") || up.is("call_expression") || up.is("index_expression");
      if (!chain || up.range().start() != clash.range().start()) {
        break;
      }
      best = up;
    }
    boolean written =
        best.field().filter("left"::equals).isPresent()
            && best.parent().filter(up -> up.kind().contains("assignment")).isPresent();
    boolean alone = best.parent().filter(up -> up.is("expression_statement")).isPresent();
    // what is written through a mutable borrow would go into the copy
    boolean lent = best.parent().filter(Nodes::borrowsMutably).isPresent();
    boolean readable =
        !written
            && !alone
            && !lent
            && (best.is("call_expression")
                || best.is("field_expression")
                || best.is("index_expression")
                || best.is("identifier"));
    return readable ? Optional.of(best) : Optional.empty();
  }

  /// Whether reading once, earlier, is the same: no call that may change something.
  private static boolean isPure(Site site, SyntaxNode read, boolean loop) {
    return read.descendants()
        .filter(node -> node.is("call_expression"))
        .allMatch(call ->
            Callee.of(site, call)
                .map(callee ->
                    Callee.self(callee.function())
                            .filter(self -> self.text().equals("&self"))
                            .isPresent()
                        || !loop)
                .orElseGet(() -> Flow.isReader(call)));
  }

  private static boolean isSteady(SyntaxNode target, SyntaxNode read) {
    Set<String> names = Flow.mentioned(read);
    boolean inside = target.range().encloses(read.range());
    Stream<SyntaxNode> between =
        inside
            ? target.descendants()
            : target.parent().stream()
                .flatMap(SyntaxNode::descendants)
                .filter(node ->
                    node.range().start() >= target.range().start()
                        && node.range().end() <= read.range().start());
    return between
        .filter(node -> !read.range().encloses(node.range()))
        .noneMatch(node -> disturbs(node, names));
  }

  private static boolean disturbs(SyntaxNode node, Set<String> names) {
    boolean assigned =
        node.kind().contains("assignment")
            && node.child("left")
                .flatMap(Flow::root)
                .filter(root -> names.contains(root.text()))
                .isPresent();
    boolean declared =
        (node.is("let_declaration") && Flow.declared(node).stream().anyMatch(names::contains))
            || (node.is("for_expression")
                && node.child("pattern")
                    .filter(p -> Flow.mentioned(p).stream().anyMatch(names::contains))
                    .isPresent());
    return assigned || declared;
  }
}
