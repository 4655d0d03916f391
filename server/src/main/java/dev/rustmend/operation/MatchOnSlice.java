package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Matches on a slice of an array whose length is a parameter: the number of elements is known only
/// where the function is used.
///
/// Answers E0730.
final class MatchOnSlice implements Operation {

  @Override
  public String name() {
    return "match-on-slice";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> value =
        site.enclosing("match_expression", "let_condition", "let_declaration")
            .flatMap(node -> node.child("value"));
    return value.isEmpty()
        ? List.of()
        : Declarations.one(
            "Match on a slice of `%s`".formatted(value.get().text()),
            site.edits().replace(value.get(), Nodes.operand(value.get()) + ".as_slice()"));
  }
}
