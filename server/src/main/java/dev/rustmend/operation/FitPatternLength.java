package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a pattern as long as what it matches: ignores further elements of an array, tuple or
/// variant with `..`, and drops names behind the last one that nobody uses.
final class FitPatternLength implements Operation {
  private static final Pattern TUPLE =
      Pattern.compile("expected a tuple with (\\d+) elements?, found one with (\\d+)");
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\D+?(\\d+)");

  @Override
  public String name() {
    return "fit-pattern-length";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> pattern =
        site.enclosing("slice_pattern", "tuple_pattern", "tuple_struct_pattern");
    Optional<Matcher> tuple =
        site.remarks().stream().map(TUPLE::matcher).filter(Matcher::find).findFirst();
    Matcher numbers = tuple.orElseGet(() -> NUMBERS.matcher(site.diagnostic().message()));
    if (pattern.isEmpty() || (tuple.isEmpty() && !numbers.find())) {
      return List.of();
    }
    List<SyntaxNode> parts = Named.parts(pattern.get());
    int written = Integer.parseInt(numbers.group(tuple.isPresent() ? 2 : 1));
    int there = Integer.parseInt(numbers.group(tuple.isPresent() ? 1 : 2));
    if (parts.isEmpty()) {
      return List.of();
    }
    if (written < there && parts.stream().noneMatch(part -> part.text().equals(".."))) {
      return site.edits().insert(parts.getLast().range().end(), ", ..").patch().stream()
          .map(patch -> Proposal.of("Ignore the other elements with `..`", patch))
          .toList();
    }
    boolean restLast = parts.size() == written + 1 && parts.getLast().text().endsWith("..");
    boolean surplus = written > there && (parts.size() == written || restLast);
    return surplus ? drop(site, parts.subList(0, written), there) : List.of();
  }

  private static List<Proposal> drop(Site site, List<SyntaxNode> parts, int kept) {
    List<SyntaxNode> surplus = parts.subList(kept, parts.size());
    if (!surplus.stream().allMatch(FitPatternLength::isUnused)) {
      return List.of();
    }
    int start = kept == 0 ? surplus.getFirst().range().start() : parts.get(kept - 1).range().end();
    return site
        .edits()
        .delete(new TextRange(start, surplus.getLast().range().end()))
        .patch()
        .stream()
        .map(patch -> Proposal.of("Drop what the pattern has too much", patch))
        .toList();
  }

  private static boolean isUnused(SyntaxNode part) {
    if (part.text().equals("_")) {
      return true;
    }
    Optional<SyntaxNode> scope = Nodes.above(part, "match_arm", "function_item");
    return part.is("identifier")
        && scope
            .filter(around ->
                around
                    .descendants()
                    .filter(node -> node.range().start() > part.range().end())
                    .noneMatch(node ->
                        node.children().isEmpty()
                            && Pattern.compile("\\b" + Pattern.quote(part.text()) + "\\b")
                                .matcher(node.text())
                                .find()))
            .isPresent();
  }
}
