package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Moves a value out of what is only borrowed mutably, and leaves an empty one in its place (E0507,
/// E0509): `.take()` for an `Option`, `std::mem::take` for others, `std::mem::replace` where the
/// next statement puts a new value there; or lets a loop own the elements with `drain`.
final class TakeValue implements Operation {
  private static final int TAKE = 18;
  private static final int EMPTY = 26;

  /// A copy costs fewer letters, but taking is what is meant where the place gets a new value.
  private static final int RENEWED = -30;

  private static final int EXCHANGED = -100;

  @Override
  public String name() {
    return "take-value";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode node = site.node();
    boolean shared = site.diagnostic().message().matches("(?s).*(shared reference|`Rc`|`Arc`).*");
    if (shared || (!Nodes.isAtom(node) && !starred(node))) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    boolean option =
        site.diagnostic().message().contains("as enum variant `Some`")
            || site.remarks().stream()
                .anyMatch(text -> text.contains("Option<") || text.contains(".as_ref()"));
    if (option && Only.asks(site, "option")) {
      Edits edits = site.edits();
      if (starred(node)) {
        edits.delete(new TextRange(node.range().start(), node.range().start() + 1));
      }
      edits
          .insert(node.range().end(), ".take()")
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of("Take the value out of `%s`".formatted(node.text()), patch)
                      .penalized(reassigned(node) ? RENEWED : TAKE)));
    }
    if (Only.asks(site, "exchange")) {
      exchanged(site, node).ifPresent(found::add);
    }
    drained(site, node).filter(_ -> Only.asks(site, "drain")).ifPresent(found::add);
    if (!node.is("call_expression") && Only.asks(site, "empty")) {
      site.edits()
          .wrap(node.range(), "std::mem::take(&mut ", ")")
          .patch()
          .ifPresent(patch -> found.add(emptied(site, node, patch)));
    }
    return List.copyOf(found);
  }

  /// What is empty afterwards was not before: unless it gets a new value, only the author can want
  /// that. A type parameter would have to be asked for `Default` as well.
  private static Proposal emptied(Site site, SyntaxNode node, Patch patch) {
    Proposal made = Proposal.of("Take `%s` and leave an empty one".formatted(node.text()), patch);
    boolean exchanged = reassigned(node) && !BoundForMove.isOfParameter(site);
    return exchanged ? made.penalized(RENEWED) : made.penalized(EMPTY).inventing();
  }

  /// Whether a statement behind gives the place a new value: then nobody sees the empty one.
  static boolean reassigned(SyntaxNode node) {
    return Nodes.statement(node)
        .flatMap(SyntaxNode::parent)
        .filter(block ->
            block
                .descendants()
                .anyMatch(other ->
                    other.is("assignment_expression")
                        && other.range().end() > node.range().end()
                        && other
                            .child("left")
                            .filter(left -> left.text().equals(node.text()))
                            .isPresent()))
        .isPresent();
  }

  /// The new value goes in as the old one comes out, where the next statement would put it there.
  private static Optional<Proposal> exchanged(Site site, SyntaxNode node) {
    Optional<SyntaxNode> statement = Nodes.statement(node).filter(s -> s.is("let_declaration"));
    List<SyntaxNode> block =
        statement.flatMap(SyntaxNode::parent).map(SyntaxNode::namedChildren).orElse(List.of());
    List<SyntaxNode> next =
        block.stream()
            .filter(s -> !s.isExtra())
            .dropWhile(s -> !s.equals(statement.get()))
            .toList();
    if (next.size() < 2 || next.get(1).namedChildren().isEmpty()) {
      return Optional.empty();
    }
    SyntaxNode assignment = next.get(1).namedChildren().getFirst();
    Optional<SyntaxNode> value =
        Optional.of(assignment)
            .filter(a -> a.is("assignment_expression"))
            .filter(a -> a.child("left").filter(l -> l.text().equals(node.text())).isPresent())
            .flatMap(a -> a.child("right"))
            .filter(right -> !Flow.mentions(right, name(statement.get())));
    return value.flatMap(young ->
        site.edits()
            .wrap(node.range(), "std::mem::replace(&mut ", ", " + young.text() + ")")
            .deleteLine(site.file(), site.text(), next.get(1).range())
            .patch()
            .map(patch ->
                Proposal.of("Exchange `%s` for `%s`".formatted(node.text(), young.text()), patch)
                    .penalized(EXCHANGED)));
  }

  private static String name(SyntaxNode let) {
    return let.child("pattern").map(SyntaxNode::text).orElse("");
  }

  private static boolean starred(SyntaxNode node) {
    return node.is("unary_expression") && node.text().startsWith("*");
  }

  /// The loop that introduces the variable behind the place, over a reference: it may own instead.
  private static Optional<Proposal> drained(Site site, SyntaxNode node) {
    Optional<SyntaxNode> root = Flow.root(node);
    Optional<SyntaxNode> loop =
        root.flatMap(name ->
            Stream.iterate(Optional.of(name), Optional::isPresent, n -> n.get().parent())
                .map(Optional::orElseThrow)
                .filter(up -> up.is("for_expression"))
                .filter(up ->
                    up.child("pattern").filter(p -> Flow.mentions(p, name.text())).isPresent())
                .findFirst());
    return loop.flatMap(node2 -> node2.child("value")).flatMap(value -> owning(site, value));
  }

  private static Optional<Proposal> owning(Site site, SyntaxNode value) {
    if (value.is("reference_expression")) {
      SyntaxNode place = value.child("value").orElse(value);
      boolean mutable = value.text().startsWith("&mut ");
      Edits edits = site.edits();
      edits.delete(new TextRange(value.range().start(), place.range().start()));
      if (mutable) {
        edits.insert(place.range().end(), ".drain(..)");
      }
      String how = mutable ? "Drain `%s` in the loop" : "Let the loop own `%s`";
      return edits
          .patch()
          .map(patch -> Proposal.of(how.formatted(place.text()), patch).penalized(10));
    }
    return Optional.empty();
  }
}
