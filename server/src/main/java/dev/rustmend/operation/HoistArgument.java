package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Computes an argument in a `let` of its own before the call in which it clashes with another
/// borrow: `let len = row.len(); pad(&mut row, len);`.
///
/// Arguments are computed one after the other while the borrows of those before them last (E0499,
/// E0502, E0503, E0505, E0506); a value that is ready before the call needs no borrow then.
final class HoistArgument implements Operation {
  private static final int CLONE = 24;

  @Override
  public String name() {
    return "hoist-argument";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Conflict conflict = Conflict.of(site);
    SyntaxNode clash = conflict.clash().node();
    SyntaxNode borrow = conflict.borrow().node();
    var found = new ArrayList<Proposal>();
    Optional<SyntaxNode> part = part(clash, borrow);
    Optional<SyntaxNode> other = part(borrow, clash);
    part.ifPresent(value -> found.addAll(hoisted(site, value)));
    other.ifPresent(
        value -> hoisted(site, value).forEach(proposal -> found.add(proposal.penalized(4))));
    return found.size() > 8 ? List.copyOf(found.subList(0, 8)) : List.copyOf(found);
  }

  /// The outermost argument, operand, index or right-hand side around `inner` that does not reach
  /// to `other`, if both stand in one expression.
  private static Optional<SyntaxNode> part(SyntaxNode inner, SyntaxNode other) {
    Optional<SyntaxNode> found = Optional.empty();
    for (SyntaxNode node : Stream.concat(Stream.of(inner), inner.ancestors()).toList()) {
      if (node.is("block") || node.is("closure_expression")) {
        return Optional.empty();
      }
      if (node.range().encloses(other.range())) {
        return node.equals(inner) ? Optional.empty() : found;
      }
      if (isPart(node)) {
        found = Optional.of(node);
      }
    }
    return Optional.empty();
  }

  private static boolean isPart(SyntaxNode node) {
    boolean argument = node.parent().filter(parent -> parent.is("arguments")).isPresent();
    boolean right = node.field().filter("right"::equals).isPresent();
    boolean index =
        node.parent()
            .filter(parent ->
                parent.is("index_expression") && parent.namedChildren().getLast().equals(node))
            .isPresent();
    return Nodes.isExpression(node) && (argument || right || index);
  }

  private static List<Proposal> hoisted(Site site, SyntaxNode value) {
    Optional<HoistPoint> point = HoistPoint.of(value);
    if (point.isEmpty() || isMutable(value)) {
      return List.of();
    }
    String name = point.get().free(nameFor(site, value));
    var found = new ArrayList<Proposal>();
    String code = value.text();
    if (value.is("reference_expression")) {
      value
          .child("value")
          .filter(Nodes::isAtom)
          .ifPresent(place ->
              add(found, site, point.get(), value, name, place.text() + ".clone()", CLONE));
      return found;
    }
    add(found, site, point.get(), value, name, code, 0);
    if (Nodes.isAtom(value)) {
      add(found, site, point.get(), value, name, code + ".clone()", CLONE);
      add(found, site, point.get(), value, name, code + ".to_string()", CLONE);
      add(found, site, point.get(), value, name, code + ".cloned()", CLONE);
    }
    return found;
  }

  private static boolean isMutable(SyntaxNode value) {
    return value.is("reference_expression")
        && value.children().stream().anyMatch(child -> child.is("mutable_specifier"));
  }

  private static void add(
      List<Proposal> found,
      Site site,
      HoistPoint point,
      SyntaxNode value,
      String name,
      String code,
      int penalty) {
    Edits edits = site.edits();
    boolean borrowed = value.is("reference_expression") || code.endsWith(".to_string()");
    point.insert(edits, site.primary(), "let %s = %s;".formatted(name, code));
    edits.replace(value, borrowed ? "&" + name : name);
    edits
        .patch()
        .ifPresent(patch ->
            found.add(
                Proposal.of("Compute `%s` in a `let` first".formatted(value.text()), patch)
                    .penalized(penalty)));
  }

  /// The name of the parameter of a function of this crate, else of what is computed.
  private static String nameFor(Site site, SyntaxNode value) {
    Optional<SyntaxNode> call =
        value.parent().filter(parent -> parent.is("arguments")).flatMap(SyntaxNode::parent);
    return call.filter(node -> node.is("call_expression"))
        .flatMap(node -> Callee.of(site, node))
        .flatMap(callee -> callee.parameterName(value))
        .orElseGet(() -> HoistPoint.nameOf(value));
  }
}
