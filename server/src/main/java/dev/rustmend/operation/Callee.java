package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A function of this crate that a call names, found by its name; a method only when no other has
/// the same name.
record Callee(Path file, SyntaxNode function, List<SyntaxNode> arguments) {

  /// What `call` calls. The arguments are those for the parameters besides `self`.
  static Optional<Callee> of(Site site, SyntaxNode call) {
    Optional<SyntaxNode> called = call.child("function");
    if (called.isEmpty()) {
      return Optional.empty();
    }
    String name = nameOf(called.get());
    List<CrateFiles.Item> found =
        site.crate().definitions(name).stream()
            .filter(item -> item.node().is("function_item"))
            .toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    SyntaxNode function = found.getFirst().node();
    List<SyntaxNode> arguments = new ArrayList<>(Nodes.arguments(call));
    boolean dotted = called.get().is("field_expression");
    if (self(function).isPresent() && !dotted && !arguments.isEmpty()) {
      arguments.removeFirst();
    }
    return Optional.of(new Callee(found.getFirst().file(), function, List.copyOf(arguments)));
  }

  /// The last name of what is called: `f` of `a::f`, `x.f`, `f::<T>`.
  static String nameOf(SyntaxNode called) {
    return switch (called.kind()) {
      case "field_expression" -> called.child("field").map(SyntaxNode::text).orElse("");
      case "scoped_identifier" -> called.child("name").map(SyntaxNode::text).orElse("");
      case "generic_function" -> called.child("function").map(Callee::nameOf).orElse("");
      default -> called.text();
    };
  }

  /// The `self` parameter of a function.
  static Optional<SyntaxNode> self(SyntaxNode function) {
    return function
        .child("parameters")
        .flatMap(
            list -> list.namedChildren().stream().filter(p -> p.is("self_parameter")).findFirst());
  }

  /// The parameters of a function besides `self`.
  static List<SyntaxNode> parameters(SyntaxNode function) {
    return function.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
        .filter(parameter -> parameter.is("parameter"))
        .toList();
  }

  /// The name of the parameter that takes `argument`.
  Optional<String> parameterName(SyntaxNode argument) {
    int at = arguments.indexOf(argument);
    List<SyntaxNode> parameters = parameters(function);
    return at < 0 || at >= parameters.size()
        ? Optional.empty()
        : parameters.get(at).child("pattern").flatMap(Flow::boundName).map(SyntaxNode::text);
  }

  /// The calls of `function` in the crate, by name and number of arguments.
  static List<Place> calls(Site site, SyntaxNode function) {
    String name = function.child("name").map(SyntaxNode::text).orElse("");
    int count = parameters(function).size();
    boolean method = self(function).isPresent();
    return site.crate()
        .nodes(
            name,
            node ->
                node.is("call_expression")
                    && node.child("function").filter(f -> nameOf(f).equals(name)).isPresent()
                    && count == argumentsFor(node, method).size());
  }

  /// The arguments of `call` besides the receiver.
  static List<SyntaxNode> argumentsFor(SyntaxNode call, boolean method) {
    List<SyntaxNode> arguments = Nodes.arguments(call);
    boolean dotted = call.child("function").filter(f -> f.is("field_expression")).isPresent();
    return method && !dotted && !arguments.isEmpty()
        ? arguments.subList(1, arguments.size())
        : arguments;
  }

  /// The type that stands behind `->`, with its range.
  static Optional<SyntaxNode> result(SyntaxNode function) {
    return function.child("return_type");
  }

  /// The place right behind the name of an item, where its generics begin or would begin.
  static TextRange behindName(SyntaxNode item) {
    return TextRange.at(item.child("name").orElse(item).range().end());
  }
}
