package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a function without a body as such functions have to be: plain names for its parameters
/// and, in an `extern` block, concrete types for its generics.
///
/// Answers E0044, E0130 and E0642. Where no call shows with which type the function is used, the
/// concrete type is a guess for a person to take.
final class CorrectForeignFunction implements Operation {
  @Override
  public String name() {
    return "correct-foreign-function";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    if (site.diagnostic().codeText().equals("E0044")) {
      return site.enclosing("function_signature_item")
          .map(f -> generics(site, f))
          .orElse(List.of());
    }
    Optional<SyntaxNode> parameter = site.enclosing("parameter");
    Optional<SyntaxNode> pattern = parameter.flatMap(p -> p.child("pattern"));
    Optional<SyntaxNode> type = parameter.flatMap(p -> p.child("type"));
    if (pattern.isEmpty() || type.isEmpty()) {
      return List.of();
    }
    String name = plain(pattern.get());
    Edits edits = site.edits().replace(parameter.orElseThrow(), name + ": " + type.get().text());
    return Declarations.one("Name the parameter `%s`".formatted(name), edits);
  }

  /// `x_y` of `(x, y)`, `x` of `mut x` and `&x`.
  private static String plain(SyntaxNode pattern) {
    String joined =
        pattern
            .descendants()
            .filter(node -> node.is("identifier") || node.is("shorthand_field_identifier"))
            .map(SyntaxNode::text)
            .collect(Collectors.joining("_"));
    return joined.isEmpty() ? "_" : joined;
  }

  private static List<Proposal> generics(Site site, SyntaxNode function) {
    Optional<SyntaxNode> list = function.child("type_parameters");
    List<SyntaxNode> types =
        Declarations.generics(function).stream().filter(p -> p.is("type_parameter")).toList();
    if (list.isEmpty() || types.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits().delete(list.get().range());
    for (SyntaxNode type : types) {
      Declarations.named(function, Declarations.name(type)).stream()
          .filter(node -> !list.get().range().encloses(node.range()))
          .forEach(node -> edits.replace(node, "i32"));
    }
    String name = Declarations.name(function);
    boolean called =
        site.tree()
            .root()
            .descendants()
            .filter(node -> node.is("call_expression"))
            .flatMap(call -> call.child("function").stream())
            .anyMatch(callee -> CrateFiles.baseName(callee).equals(name));
    return Declarations.one("Give `%s` the concrete type `i32`".formatted(name), edits).stream()
        .map(made -> called ? made : made.inventing())
        .toList();
  }
}
