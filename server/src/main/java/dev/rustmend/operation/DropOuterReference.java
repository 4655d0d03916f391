package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Takes a parameter `&&mut T` as `&mut T`: through a shared reference nothing can be changed, and
/// callers pass `&mut value`.
final class DropOuterReference implements Operation {
  @Override
  public String name() {
    return "drop-outer-reference";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> type =
        Bindings.binding(site.node(), site.primary().text().replaceAll("^[*&]+|\\W.*$", ""))
            .flatMap(SyntaxNode::parent)
            .filter(parameter -> parameter.is("parameter"))
            .flatMap(parameter -> parameter.child("type"))
            .filter(written -> written.text().matches("(?s)&\\s*&mut .*"));
    return type.flatMap(
            written -> {
              int start = written.range().start();
              return site.edits().delete(new TextRange(start, start + 1)).patch();
            })
        .map(patch -> List.of(Proposal.of("Take it as `&mut`, without another `&`", patch)))
        .orElse(List.of());
  }
}
