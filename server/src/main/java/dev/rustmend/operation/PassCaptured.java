package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Passes a variable to a closure that only reads it, instead of letting the closure hold on to it
/// while it is changed elsewhere (E0506, E0502, E0503): `|text| … depth …` becomes `|text, depth| …
/// depth …`, and each call passes `depth`.
///
/// A closure borrows what it mentions for as long as it is used. An argument is read at each call,
/// which is when the closure read it. The closure may be called only, by its name.
final class PassCaptured implements Operation {
  private static final int PENALTY = 8;

  @Override
  public String name() {
    return "pass-captured";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Conflict conflict = Conflict.of(site);
    Optional<SyntaxNode> closure = closure(conflict.borrow().node());
    Optional<SyntaxNode> holder =
        closure
            .flatMap(SyntaxNode::parent)
            .filter(let -> let.is("let_declaration"))
            .flatMap(let -> let.child("pattern"))
            .flatMap(Flow::boundName);
    Optional<SyntaxNode> variable =
        Optional.of(conflict.clash().node())
            .map(clash -> clash.child("left").orElse(clash))
            .filter(place -> place.is("identifier"));
    if (closure.isEmpty() || holder.isEmpty() || variable.isEmpty()) {
      return List.of();
    }
    String name = variable.get().text();
    List<SyntaxNode> uses = Bindings.uses(holder.get());
    boolean reads = !Flow.changed(closure.get()).contains(name);
    boolean onlyCalled = !uses.isEmpty() && uses.stream().allMatch(PassCaptured::isCalled);
    return reads && onlyCalled
        ? passed(site, closure.get(), holder.get().text(), uses, name)
        : List.of();
  }

  private static Optional<SyntaxNode> closure(SyntaxNode borrow) {
    return borrow.is("closure_expression")
        ? Optional.of(borrow)
        : Nodes.above(borrow, "closure_expression", "function_item")
            .filter(node -> node.is("closure_expression"));
  }

  private static boolean isCalled(SyntaxNode use) {
    return use.parent()
        .filter(call -> call.is("call_expression"))
        .flatMap(call -> call.child("function"))
        .filter(use::equals)
        .isPresent();
  }

  private static List<Proposal> passed(
      Site site, SyntaxNode closure, String holder, List<SyntaxNode> uses, String name) {
    SyntaxNode parameters = closure.child("parameters").orElseThrow();
    Edits edits = site.edits();
    append(edits, parameters, name);
    uses.stream()
        .flatMap(use -> use.parent().flatMap(call -> call.child("arguments")).stream())
        .forEach(arguments -> append(edits, arguments, name));
    return Declarations.one(
        "Pass `%s` to `%s` at each call".formatted(name, holder), edits, PENALTY);
  }

  /// Puts `name` behind the last element of a list in brackets or bars.
  private static void append(Edits edits, SyntaxNode list, String name) {
    boolean empty = list.namedChildren().isEmpty();
    boolean comma = list.text().replaceFirst("[)|]$", "").stripTrailing().endsWith(",");
    String text = empty ? name : comma ? " " + name : ", " + name;
    edits.insert(list.range().end() - 1, text);
  }
}
