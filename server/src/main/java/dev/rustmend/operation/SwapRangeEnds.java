package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Swaps the ends of a range pattern that runs downwards; makes one inclusive whose ends are equal.
final class SwapRangeEnds implements Operation {
  @Override
  public String name() {
    return "swap-range-ends";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> range =
        Named.at(site, "range_pattern", "range_expression");
    List<SyntaxNode> ends = range.map(SyntaxNode::namedChildren).orElse(List.of());
    if (ends.size() != 2) {
      return List.of();
    }
    String low = ends.getFirst().text();
    String high = ends.getLast().text();
    boolean equal = site.parameter("equal", "").equals("include");
    if (equal != low.equals(high)) {
      return List.of();
    }
    if (equal) {
      return range.get().children().stream()
          .filter(child -> child.text().equals(".."))
          .flatMap(dots -> site.edits().replace(dots, "..=").patch().stream())
          .map(patch -> Proposal.of("Include the end of the range with `..=`", patch))
          .toList();
    }
    return site.edits().replace(ends.getFirst(), high).replace(ends.getLast(), low).patch().stream()
        .map(patch -> Proposal.of("Swap the ends `%s` and `%s`".formatted(low, high), patch))
        .toList();
  }
}
