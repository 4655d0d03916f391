package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts the label that a `break` or `continue` names on a loop around it: the outermost first,
/// since for the innermost no label would be needed. `break outer` is taken for `break 'outer`.
final class DeclareLabel implements Operation {
  private static final Set<String> LOOPS =
      Set.of("loop_expression", "while_expression", "for_expression");
  private static final Set<String> BORDERS =
      Set.of("function_item", "closure_expression", "async_block");
  private static final int FURTHER = 5;

  /// Before dropping the word, as rustc proposes, which would leave another loop.
  private static final int BARE = -10;

  @Override
  public String name() {
    return "declare-label";
  }

  /// Whether a loop around has a label that is spelled nearly alike.
  private static boolean isMisspelled(Site site, String label) {
    return site.node()
        .ancestors()
        .takeWhile(outer -> !BORDERS.contains(outer.kind()))
        .flatMap(outer -> outer.children().stream().filter(child -> child.is("label")))
        .map(SyntaxNode::text)
        .filter(other -> !other.equals(label)) // the use itself
        .anyMatch(other -> EditDistance.between(label, other) <= Math.max(1, label.length() / 3));
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String written = site.primary().text();
    boolean bare =
        written.matches("[a-z_]\\w*")
            && site.node().parent().filter(p -> p.is("break_expression")).isPresent();
    String label = bare ? "'" + written : written;
    if (!label.matches("'\\w+") || isMisspelled(site, label)) {
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
      int penalty = FURTHER * proposals.size() + (bare ? BARE : 0);
      Edits edits = site.edits().insert(loop.range().start(), label + ": ");
      (bare ? edits.insert(site.primary().range().start(), "'") : edits)
          .patch()
          .map(patch ->
              Proposal.of("Put the label `%s` on the loop".formatted(label), patch)
                  .penalized(penalty))
          .ifPresent(proposals::add);
    }
    return proposals;
  }
}
