package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Asks `Copy`, or `Clone` with a `.clone()` at the move, of a type parameter whose values are
/// taken from behind a reference or used after a move (E0382, E0507, E0508). Where the place gets a
/// new value afterwards the two are to be exchanged, which needs no bound, and a bound on an impl
/// holds for all of its methods: only a person takes either.
final class BoundForMove implements Operation {
  private static final Pattern TYPE =
      Pattern.compile("type `(\\w+)`, which does not implement the `Copy` trait");
  private static final int COPY = 8;
  private static final int CLONE = 12;

  @Override
  public String name() {
    return "bound-for-move";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> parameter = site.find(TYPE).flatMap(name -> parameter(site.node(), name));
    if (parameter.isEmpty()) {
      return List.of();
    }
    SyntaxNode declared = parameter.get();
    String name = declared.child("name").orElse(declared).text();
    var found = new ArrayList<Proposal>();
    bounded(site.edits(), declared, "Copy")
        .patch()
        .ifPresent(patch ->
            found.add(
                reserved(
                    site,
                    declared,
                    Proposal.of("Ask `Copy` of `%s`".formatted(name), patch).penalized(COPY))));
    MovedValue.of(site)
        .filter(Nodes::isAtom)
        .flatMap(value ->
            bounded(site.edits(), declared, "Clone")
                .insert(value.range().end(), ".clone()")
                .patch()
                .map(patch ->
                    Proposal.of(
                            "Ask `Clone` of `%s` and clone `%s`".formatted(name, value.text()),
                            patch)
                        .penalized(CLONE)))
        .map(made -> reserved(site, declared, made))
        .ifPresent(found::add);
    return found;
  }

  /// Whether the value that is moved is of a type parameter's type.
  static boolean isOfParameter(Site site) {
    return site.find(TYPE).flatMap(name -> parameter(site.node(), name)).isPresent();
  }

  private static Proposal reserved(Site site, SyntaxNode declared, Proposal made) {
    return TakeValue.reassigned(site.node()) || isOfImpl(declared) ? made.inventing() : made;
  }

  /// A bound on an impl takes the other methods away from types that do not keep it.
  private static boolean isOfImpl(SyntaxNode declared) {
    return declared.parent().flatMap(SyntaxNode::parent).filter(n -> n.is("impl_item")).isPresent();
  }

  private static Optional<SyntaxNode> parameter(SyntaxNode place, String name) {
    return Stream.concat(Stream.of(place), place.ancestors())
        .flatMap(item -> item.child("type_parameters").stream())
        .flatMap(list -> list.namedChildren().stream())
        .filter(node ->
            node.is("type_parameter")
                && node.child("name").filter(n -> n.text().equals(name)).isPresent())
        .findFirst();
  }

  private static Edits bounded(Edits edits, SyntaxNode parameter, String bound) {
    int end =
        parameter.child("bounds").or(() -> parameter.child("name")).orElse(parameter).range().end();
    boolean more = parameter.child("bounds").isPresent();
    return edits.insert(end, (more ? " + " : ": ") + bound);
  }
}
