package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Swaps the ends of a range pattern that runs downwards; makes one inclusive whose ends are equal.
final class SwapRangeEnds implements Operation {
  private static final int REST = 20;

  @Override
  public String name() {
    return "swap-range-ends";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> range = Named.at(site, "range_pattern", "range_expression");
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
          .flatMap(dots ->
              proposals(
                  site,
                  range.get(),
                  "Include the end of the range with `..=`",
                  edits -> edits.replace(dots, "..="))
                  .stream())
          .toList();
    }
    return proposals(
        site,
        range.get(),
        "Swap the ends `%s` and `%s`".formatted(low, high),
        edits -> edits.replace(ends.getFirst(), high).replace(ends.getLast(), low));
  }

  /// The change, and the same with a catch-all arm: the range was checked before the match as a
  /// whole, which may turn out to be open.
  private static List<Proposal> proposals(
      Site site, SyntaxNode range, String title, UnaryOperator<Edits> change) {
    var proposals = new ArrayList<Proposal>();
    change
        .apply(site.edits())
        .patch()
        .map(patch -> Proposal.of(title, patch))
        .ifPresent(proposals::add);
    Nodes.above(range, "match_expression")
        .filter(Outcomes::isUnit)
        .flatMap(match -> rest(site, match, title, change))
        .ifPresent(proposals::add);
    return proposals;
  }

  private static Optional<Proposal> rest(
      Site site, SyntaxNode match, String title, UnaryOperator<Edits> change) {
    return AddMissingArms.addEmpty(site, match, change.apply(site.edits()))
        .patch()
        .map(patch ->
            Proposal.of(title + ", and add an empty arm for the rest", patch).penalized(REST))
        .map(made -> AddMissingArms.isIdle(match) ? made : made.inventing());
  }
}
