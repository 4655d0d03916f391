package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Declares the constant parameter that an array's length names: `[T; N]` asks for `<const N:
/// usize>`.
final class DeclareConstParameter implements Operation {
  @Override
  public String name() {
    return "declare-const-parameter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.primary().text();
    boolean length =
        Nodes.above(site.node(), "array_type", "block").filter(n -> n.is("array_type")).isPresent();
    Optional<SyntaxNode> owner =
        Nodes.above(
            site.node(),
            "impl_item",
            "function_item",
            "function_signature_item",
            "struct_item",
            "enum_item",
            "trait_item");
    if (!length || owner.isEmpty() || !NearNames.isConstantName(name)) {
      return List.of();
    }
    Optional<SyntaxNode> list = owner.get().child("type_parameters");
    String parameter = "const %s: usize".formatted(name);
    Edits edits = site.edits();
    if (list.isPresent() && !list.get().namedChildren().isEmpty()) {
      edits.insert(list.get().namedChildren().getLast().range().end(), ", " + parameter);
    } else {
      edits.insert(at(owner.get()), "<" + parameter + ">");
    }
    return edits.patch().stream()
        .map(patch -> Proposal.of("Declare the parameter `%s`".formatted(parameter), patch))
        .toList();
  }

  private static int at(SyntaxNode owner) {
    return owner
        .child("name")
        .map(node -> node.range().end())
        .orElseGet(() -> owner.range().start() + "impl".length());
  }
}
