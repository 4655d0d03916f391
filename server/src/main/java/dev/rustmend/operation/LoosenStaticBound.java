package dev.rustmend.operation;

import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the `'static` away that a function of this crate, or a variable's type, demands without
/// need: `F: Fn()` for `F: Fn() + 'static`, `&str` for `&'static str` (E0521, E0597, E0716, and
/// "lifetime may not live long enough").
///
/// rustc points at the bound in a note ("requirement that the value outlives `'static` introduced
/// here"). That nothing relies on it the compiler checks.
final class LoosenStaticBound implements Operation {
  private static final int SIGNATURE = 20;

  @Override
  public String name() {
    return "loosen-static-bound";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    for (Note note : site.notes()) {
      for (Span span : note.spans()) {
        site.place(span).flatMap(LoosenStaticBound::bound).ifPresent(found::add);
      }
    }
    if (found.isEmpty()) {
      callee(site).ifPresent(callee -> demands(callee).forEach(found::add));
    }
    site.labeled("type annotation requires that … `'static`").stream()
        .findFirst()
        .flatMap(LoosenStaticBound::annotation)
        .ifPresent(found::add);
    return List.copyOf(found);
  }

  /// The function of this crate whose call demands `'static`.
  private static Optional<Callee> callee(Site site) {
    return site.labeled("argument requires that … `'static`").stream()
        .findFirst()
        .map(Place::node)
        .flatMap(node ->
            node.is("call_expression") ? Optional.of(node) : Nodes.above(node, "call_expression"))
        .flatMap(call -> Callee.of(site, call));
  }

  /// The bounds and references in the head of a function that name `'static`.
  private static List<Proposal> demands(Callee callee) {
    SyntaxNode function = callee.function();
    int body = function.child("body").orElse(function).range().start();
    int behind = Callee.result(function).map(type -> type.range().start()).orElse(body);
    return function
        .descendants()
        .filter(node -> node.is("lifetime") && node.text().equals("'static"))
        .filter(node -> node.range().end() <= body)
        .flatMap(node -> {
          Place place = Place.of(callee.file(), node);
          Optional<SyntaxNode> reference = node.parent().filter(up -> up.is("reference_type"));
          return reference.isPresent() && node.range().end() <= behind
              ? annotation(Place.of(callee.file(), reference.get())).stream()
                  .map(proposal -> proposal.penalized(SIGNATURE))
              : bound(place).stream();
        })
        .limit(3)
        .toList();
  }

  private static Optional<Proposal> bound(Place place) {
    if (!place.text().equals("'static")) {
      return Optional.empty();
    }
    SyntaxNode node = place.node();
    List<SyntaxNode> around = node.parent().map(SyntaxNode::children).orElse(List.of());
    int at = around.indexOf(node);
    Optional<TextRange> range =
        at > 0 && around.get(at - 1).is("+")
            ? Optional.of(new TextRange(around.get(at - 2).range().end(), node.range().end()))
            : at >= 0 && at + 1 < around.size() && around.get(at + 1).is("+")
                ? Optional.of(
                    new TextRange(node.range().start(), around.get(at + 2).range().start()))
                : Optional.empty();
    return range
        .flatMap(cut -> new Edits(place.file()).replace(place.file(), cut, "").patch())
        .map(patch ->
            Proposal.of("Do not demand `'static` here, since nothing relies on it", patch)
                .penalized(SIGNATURE))
        .map(made -> isUnused(node) ? made.admitting(Damage.Kind.BOUND) : made);
  }

  /// Whether the function around the bound is not written yet, or uses none of its arguments: that
  /// nothing relies on the bound says nothing then.
  private static boolean isUnused(SyntaxNode bound) {
    Optional<SyntaxNode> function = Nodes.above(bound, "function_item", "function_signature_item");
    Optional<SyntaxNode> body = function.flatMap(f -> f.child("body"));
    return function.isPresent()
        && body.filter(b ->
                Callee.parameters(function.get()).stream()
                    .flatMap(parameter -> parameter.child("pattern").stream())
                    .flatMap(pattern -> Bindings.names(pattern).stream())
                    .anyMatch(name -> Declarations.mentions(b, name.text())))
            .isEmpty();
  }

  private static Optional<Proposal> annotation(Place place) {
    SyntaxNode type = place.node();
    if (!type.text().startsWith("&'static ")) {
      return Optional.empty();
    }
    int start = type.range().start() + 1;
    return new Edits(place.file())
        .delete(new TextRange(start, start + "'static ".length()))
        .patch()
        .map(patch -> Proposal.of("Do not demand `'static` of the variable", patch));
  }
}
