package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Writes the type of a constant or static where its name stands in the place of a type.
///
/// Answers E0573.
final class UseTypeOfConstant implements Operation {

  @Override
  public String name() {
    return "use-type-of-constant";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = CrateFiles.baseName(site.node());
    List<String> types =
        site.crate().definitions(name).stream()
            .map(CrateFiles.Item::node)
            .filter(item -> item.is("const_item") || item.is("static_item"))
            .map(item -> item.child("type"))
            .flatMap(Optional::stream)
            .map(SyntaxNode::text)
            .toList();
    return types.size() != 1
        ? List.of()
        : Declarations.one(
            "Write `%s`, the type of `%s`".formatted(types.getFirst(), name),
            site.edits().replace(site.primary().range(), types.getFirst()));
  }
}
