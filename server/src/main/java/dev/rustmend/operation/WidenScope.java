package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lets a variable live longer (E0597): declares it before the inner block in which it was, or
/// before the variable that borrows it.
///
/// A variable dies at the end of its block, in the opposite order of declaration; a borrow of it
/// may not outlive it. In a plain block the whole `let` moves out; under a condition only the
/// declaration does, so that the value is still computed where and when it was.
final class WidenScope implements Operation {
  private static final int SECOND = 80;
  private static final Set<String> LOOPS =
      Set.of(
          "for_expression",
          "while_expression",
          "loop_expression",
          "closure_expression",
          "async_block",
          "function_item");

  @Override
  public String name() {
    return "widen-scope";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> let = declaration(site);
    if (let.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    swapped(site, let.get()).filter(_ -> Only.asks(site, "swap")).ifPresent(found::add);
    outer(site, let.get())
        .ifPresent(block -> {
          Optional<Proposal> whole = moved(site, let.get(), block);
          whole.filter(_ -> Only.asks(site, "move")).ifPresent(found::add);
          split(site, let.get(), block)
              .map(proposal -> whole.isPresent() ? proposal.penalized(SECOND) : proposal)
              .filter(_ -> Only.asks(site, "split"))
              .ifPresent(found::add);
        });
    return List.copyOf(found);
  }

  /// Whether the variable can be declared outside of the block in which it is.
  static boolean isPossible(Site site) {
    return declaration(site).flatMap(let -> outer(site, let)).isPresent();
  }

  /// The `let` of the variable that does not live long enough.
  private static Optional<SyntaxNode> declaration(Site site) {
    return Flow.root(site.node())
        .flatMap(root -> Bindings.binding(root, root.text()))
        .flatMap(name -> Nodes.above(name, "let_declaration"))
        .filter(let -> let.child("pattern").flatMap(Flow::boundName).isPresent())
        .filter(let -> let.child("value").isPresent());
  }

  /// The statement, in the outer block, before which the variable must be declared: where the later
  /// use shares a block with it.
  private static Optional<SyntaxNode> outer(Site site, SyntaxNode let) {
    Optional<SyntaxNode> later = Conflict.of(site).later().map(Place::node);
    SyntaxNode from = let;
    for (SyntaxNode up : let.ancestors().toList()) {
      if (LOOPS.contains(up.kind())) {
        return Optional.empty();
      }
      boolean home = up.is("block") && !up.range().equals(let.parent().orElseThrow().range());
      SyntaxNode child = from;
      boolean reached =
          later.isEmpty()
              || (up.range().encloses(later.get().range())
                  && !child.range().encloses(later.get().range()));
      if (home && reached) {
        return Flow.statementIn(up, let);
      }
      from = up;
    }
    return Optional.empty();
  }

  private static Optional<Proposal> moved(Site site, SyntaxNode let, SyntaxNode target) {
    SyntaxNode block = let.parent().orElseThrow();
    boolean plain =
        block.parent().filter(up -> up.is("expression_statement") || up.is("block")).isPresent();
    List<SyntaxNode> before = Flow.statements(block);
    SyntaxNode value = let.child("value").orElseThrow();
    boolean passes =
        before.subList(0, before.indexOf(let)).stream()
            .allMatch(other -> Flow.commute(let, other, Set.of()));
    boolean constant = value.descendants().noneMatch(n -> n.is("identifier"));
    if (!passes || !(plain || constant)) {
      return Optional.empty();
    }
    Edits edits = loosened(site);
    Lines.moveBefore(edits, site.primary(), let, target);
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Declare `%s` before the inner block".formatted(name(let)), patch));
  }

  private static Optional<Proposal> split(Site site, SyntaxNode let, SyntaxNode target) {
    SyntaxNode pattern = let.child("pattern").orElseThrow();
    SyntaxNode last = let.child("type").orElse(pattern);
    String head = let.tree().source().slice(new TextRange(let.range().start(), last.range().end()));
    Edits edits = loosened(site);
    Lines.insertBefore(edits, site.primary(), target, head + ";");
    edits.replace(new TextRange(let.range().start(), last.range().end()), name(let));
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Declare `%s` outside of the inner block".formatted(name(let)), patch)
                .penalized(20));
  }

  /// Where a type annotation demands `'static` of the borrow it is taken back.
  private static Edits loosened(Site site) {
    Edits edits = site.edits();
    site.labeled("type annotation requires that … is borrowed for `'static`").stream()
        .findFirst()
        .map(Place::node)
        .filter(type -> type.text().startsWith("&'static "))
        .ifPresent(type -> {
          int start = type.range().start() + 1;
          edits.delete(new TextRange(start, start + "'static ".length()));
        });
    return edits;
  }

  /// Where both are in one block, the one that is borrowed must come first.
  private static Optional<Proposal> swapped(Site site, SyntaxNode let) {
    Optional<Place> later = Conflict.of(site).later();
    Optional<SyntaxNode> borrower = dropped(site).or(() -> later.map(Place::node));
    Optional<SyntaxNode> first =
        borrower
            .flatMap(Flow::root)
            .or(() -> Conflict.of(site).borrower())
            .flatMap(root -> Bindings.binding(root, root.text()))
            .flatMap(name -> Nodes.above(name, "let_declaration"));
    List<SyntaxNode> around = Flow.statements(let.parent().orElseThrow());
    int from = first.map(around::indexOf).orElse(-1);
    int to = around.indexOf(let);
    if (from < 0
        || from >= to
        || !around.subList(from, to).stream()
            .allMatch(other -> Flow.commute(let, other, Set.of()))) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    Lines.moveBefore(edits, site.primary(), let, around.get(from));
    return edits
        .patch()
        .map(patch ->
            Proposal.of(
                "Declare `%s` before `%s`".formatted(name(let), name(around.get(from))), patch));
  }

  /// The variable that is named in "when `x` is dropped".
  private static Optional<SyntaxNode> dropped(Site site) {
    return site.said("…borrow might be used here, when `$x` is dropped…")
        .map(held -> held.get("x"))
        .flatMap(name -> Optional.ofNullable(Bindings.visible(site.node()).get(name)));
  }

  private static String name(SyntaxNode let) {
    return let.child("pattern").flatMap(Flow::boundName).map(SyntaxNode::text).orElse("_");
  }
}
