package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Passes arguments by position that are written with names, `area(w = 2, h = 3)`.
///
/// Every name must be a parameter of the function; they are put into its order.
final class DropArgumentNames implements Operation {
  /// Before declaring a variable of that name.
  private static final int BEFORE = -30;

  @Override
  public String name() {
    return "drop-argument-names";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> arguments =
        Nodes.above(site.node(), "arguments", "block").filter(node -> node.is("arguments"));
    Optional<SyntaxNode> call =
        arguments.flatMap(SyntaxNode::parent).filter(node -> node.is("call_expression"));
    Optional<SyntaxNode> callee =
        call.flatMap(node -> node.child("function")).map(CrateFiles::baseName).stream()
            .flatMap(name -> site.crate().definitions(name).stream())
            .map(item -> item.node())
            .filter(node -> node.is("function_item"))
            .findFirst();
    if (callee.isEmpty()) {
      return List.of();
    }
    List<String> names =
        Named.parameters(callee.get()).stream()
            .map(p -> p.child("pattern").map(SyntaxNode::text).orElse(""))
            .toList();
    List<SyntaxNode> given = arguments.get().namedChildren();
    var values = new ArrayList<String>(names);
    for (int i = 0; i < given.size(); i++) {
      boolean named = given.get(i).is("assignment_expression");
      String name = named ? given.get(i).child("left").map(SyntaxNode::text).orElse("") : "";
      int place = named ? names.indexOf(name) : i;
      if (given.size() != names.size() || place < 0) {
        return List.of();
      }
      values.set(
          place,
          named
              ? given.get(i).child("right").map(SyntaxNode::text).orElse("")
              : given.get(i).text());
    }
    return site.edits()
        .replace(arguments.get(), "(" + String.join(", ", values) + ")")
        .patch()
        .map(patch ->
            List.of(Proposal.of("Pass the arguments by position", patch).penalized(BEFORE)))
        .orElse(List.of());
  }
}
