package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Makes the last arm of a `match` unconditional, where all arms that could catch the rest have a
/// guard: rustc does not weigh guards, so complementary ones still leave the match open.
final class DropLastGuard implements Operation {
  private static final int PENALTY = 15;

  @Override
  public String name() {
    return "drop-last-guard";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> arm =
        site.enclosing("match_expression")
            .flatMap(match -> match.child("body"))
            .map(body -> body.namedChildren().stream().filter(n -> n.is("match_arm")).toList())
            .filter(arms -> !arms.isEmpty())
            .map(List::getLast);
    Optional<SyntaxNode> pattern = arm.flatMap(a -> a.child("pattern"));
    Optional<SyntaxNode> guard = pattern.flatMap(p -> p.child("condition"));
    if (guard.isEmpty()) {
      return List.of();
    }
    SyntaxNode bound = pattern.get().namedChildren().getFirst();
    boolean open = bound.is("identifier") || bound.is("_") || bound.is("tuple_pattern");
    if (!open) {
      return List.of();
    }
    boolean used =
        bound.is("identifier")
            && arm.get()
                .child("value")
                .filter(value -> value.descendants().anyMatch(n -> n.text().equals(bound.text())))
                .isPresent();
    String text = bound.is("identifier") && !used ? "_" : bound.text();
    return site.edits().replace(pattern.get(), text).patch().stream()
        .map(patch ->
            Proposal.of("Make the last arm `%s` unconditional".formatted(bound.text()), patch)
                .penalized(PENALTY))
        .toList();
  }
}
