package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Lets a returned iterator own the local collection that it goes through: `into_iter()` in place
/// of `iter()`.
///
/// rustc labels the collection as borrowed where a value that refers to it is returned (E0515). The
/// elements are no longer references, so a `copied()` or `cloned()` right behind goes, and so does
/// the `&` or `*` at the element in the closure that follows.
final class OwnIteration implements Operation {

  @Override
  public String name() {
    return "own-iteration";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> call =
        site.node()
            .descendants()
            .filter(node -> node.is("call_expression"))
            .filter(node -> LocalTypes.methodName(node).filter("iter"::equals).isPresent())
            .filter(node -> LocalTypes.receiver(node).filter(OwnIteration::isLocal).isPresent())
            .findFirst();
    if (call.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    LocalTypes.calledMethod(call.get()).ifPresent(name -> edits.replace(name, "into_iter"));
    Optional<SyntaxNode> next = next(call.get());
    String method = next.flatMap(LocalTypes::methodName).orElse("");
    if (method.equals("copied") || method.equals("cloned")) {
      edits.delete(new TextRange(call.get().range().end(), next.get().range().end()));
    } else if (method.equals("map")) {
      next.map(Nodes::arguments)
          .ifPresent(arguments -> arguments.forEach(each -> own(edits, each)));
    }
    String name = LocalTypes.receiver(call.get()).map(SyntaxNode::text).orElse("");
    return Declarations.one("Let the iterator own `%s`".formatted(name), edits);
  }

  private static boolean isLocal(SyntaxNode receiver) {
    return Optional.of(receiver)
        .filter(node -> node.is("identifier"))
        .flatMap(node -> Bindings.binding(node, node.text()))
        .flatMap(binding -> Nodes.above(binding, "let_declaration", "function_item"))
        .filter(let -> let.is("let_declaration"))
        .filter(let -> let.child("type").filter(type -> type.is("reference_type")).isEmpty())
        .isPresent();
  }

  /// The method call that `call` is the receiver of.
  private static Optional<SyntaxNode> next(SyntaxNode call) {
    return call.parent().filter(up -> up.is("field_expression")).flatMap(SyntaxNode::parent);
  }

  /// Takes the `&` from the parameter of a closure, or the `*` from all uses of the parameter.
  private static void own(Edits edits, SyntaxNode closure) {
    List<SyntaxNode> parameters =
        closure.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of());
    if (parameters.size() != 1) {
      return;
    }
    SyntaxNode parameter = parameters.getFirst();
    if (parameter.is("reference_pattern")) {
      edits.delete(first(parameter));
      return;
    }
    Bindings.uses(parameter).stream()
        .flatMap(use -> use.parent().stream())
        .filter(up -> up.is("unary_expression") && up.text().startsWith("*"))
        .forEach(up -> edits.delete(first(up)));
  }

  /// The sign before a pattern or an expression.
  private static TextRange first(SyntaxNode node) {
    return new TextRange(node.range().start(), node.range().start() + 1);
  }
}
