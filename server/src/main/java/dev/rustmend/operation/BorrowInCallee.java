package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Lets a function of this crate borrow what it takes: its parameter becomes a reference, and every
/// call gets a `&`; a method with `self` gets `&self`.
///
/// Where a value is moved into a call and used again, rustc's notes name the parameter (E0382) or
/// the receiver (E0507, E0505). That the body needs no ownership the compiler checks.
final class BorrowInCallee implements Operation {
  private static final int SIGNATURE = 20;

  @Override
  public String name() {
    return "borrow-in-callee";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean used = site.diagnostic().codeText().equals("E0382");
    Optional<SyntaxNode> method =
        site.labeled("… moved due to this method call…").stream()
            .findFirst()
            .map(Place::node)
            .flatMap(node ->
                node.is("call_expression")
                    ? Optional.of(node)
                    : Nodes.above(node, "call_expression"));
    Optional<SyntaxNode> moved =
        used
            ? site.labeled("value moved here…").stream()
                .findFirst()
                .map(Place::node)
                .or(() -> method)
            : Optional.of(site.node());
    Optional<SyntaxNode> call = method.or(() -> moved.flatMap(BorrowInCallee::call));
    Optional<Callee> callee = call.flatMap(node -> Callee.of(site, node));
    if (callee.isEmpty() || BorrowShared.inTraitImpl(callee.get().function())) {
      return List.of();
    }
    SyntaxNode value = moved.get();
    boolean argument = callee.get().arguments().contains(value);
    if (!Only.asks(site, argument ? "argument" : "receiver")) {
      return List.of();
    }
    return (argument ? argument(site, callee.get(), value) : receiver(site, callee.get()))
        .stream().toList();
  }

  /// The call whose argument or receiver the moved value is.
  private static Optional<SyntaxNode> call(SyntaxNode moved) {
    return Nodes.above(moved, "call_expression")
        .filter(call ->
            Nodes.arguments(call).contains(moved)
                || call.child("function")
                    .flatMap(function -> function.child("value"))
                    .filter(moved::equals)
                    .isPresent())
        .or(() -> Optional.of(moved).filter(node -> node.is("call_expression")));
  }

  private static Optional<Proposal> argument(Site site, Callee callee, SyntaxNode value) {
    int at = callee.arguments().indexOf(value);
    List<SyntaxNode> parameters = Callee.parameters(callee.function());
    if (at < 0 || at >= parameters.size()) {
      return Optional.empty();
    }
    Optional<SyntaxNode> type = parameters.get(at).child("type");
    if (type.isEmpty() || isMutable(parameters.get(at)) || type.get().is("reference_type")) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    edits.replace(callee.file(), type.get().range(), borrowed(type.get()));
    boolean method = Callee.self(callee.function()).isPresent();
    for (Place call : Callee.calls(site, callee.function())) {
      SyntaxNode argument = Callee.argumentsFor(call.node(), method).get(at);
      edits.insert(call.file(), argument.range().start(), Nodes.isAtom(argument) ? "&" : "&(");
      if (!Nodes.isAtom(argument)) {
        edits.insert(call.file(), argument.range().end(), ")");
      }
    }
    String name = callee.function().child("name").map(SyntaxNode::text).orElse("");
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Borrow `%s` at the call of `%s`".formatted(value.text(), name), patch)
                .penalized(SIGNATURE));
  }

  private static boolean isMutable(SyntaxNode parameter) {
    return parameter.children().stream().anyMatch(child -> child.is("mutable_specifier"));
  }

  /// The reference through which a value of the type is best lent.
  static String borrowed(SyntaxNode type) {
    String text = type.text();
    if (text.matches("(std::string::)?String")) {
      return "&str";
    }
    Optional<SyntaxNode> only =
        type.is("generic_type")
            ? type.child("type_arguments")
                .map(SyntaxNode::namedChildren)
                .filter(arguments -> arguments.size() == 1)
                .map(List::getFirst)
            : Optional.empty();
    String base = CrateFiles.baseName(type);
    if (base.equals("Vec") && only.isPresent()) {
      return "&[" + only.get().text() + "]";
    }
    boolean compound = (type.is("dynamic_type") && text.contains("+")) || type.is("abstract_type");
    return compound ? "&(" + text + ")" : "&" + text;
  }

  private static Optional<Proposal> receiver(Site site, Callee callee) {
    Optional<SyntaxNode> self =
        Callee.self(callee.function()).filter(parameter -> parameter.text().equals("self"));
    if (self.isEmpty()) {
      return Optional.empty();
    }
    String name = callee.function().child("name").map(SyntaxNode::text).orElse("");
    return site.edits()
        .insert(callee.file(), self.get().range().start(), "&")
        .patch()
        .map(patch ->
            Proposal.of("Take `&self` in `%s`".formatted(name), patch).penalized(SIGNATURE));
  }
}
