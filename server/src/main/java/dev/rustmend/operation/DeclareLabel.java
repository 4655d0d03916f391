package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts the label that a `break` or `continue` names on a loop around it: the outermost first, since
/// for the innermost no label would be needed.
final class DeclareLabel implements Operation {
  private static final Set<String> LOOPS =
      Set.of("loop_expression", "while_expression", "for_expression");
  private static final Set<String> BORDERS =
      Set.of("function_item", "closure_expression", "async_block");
  private static final int FURTHER = 5;

  @Override
  public String name() {
    return "declare-label";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String label = site.primary().text();
    if (!label.matches("'\\w+")) {
      return List.of();
    }
    List<SyntaxNode> loops =
        site.node()
            .ancestors()
            .takeWhile(outer -> !BORDERS.contains(outer.kind()))
            .filter(outer -> LOOPS.contains(outer.kind()))
            .filter(loop -> loop.children().stream().noneMatch(child -> child.is("label")))
            .toList()
            .reversed();
    var proposals = new ArrayList<Proposal>();
    for (SyntaxNode loop : loops) {
      int penalty = FURTHER * proposals.size();
      site.edits()
          .insert(loop.range().start(), label + ": ")
          .patch()
          .map(patch ->
              Proposal.of("Put the label `%s` on the loop".formatted(label), patch)
                  .penalized(penalty))
          .ifPresent(proposals::add);
    }
    return proposals;
  }
}
