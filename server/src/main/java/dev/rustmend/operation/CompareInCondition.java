package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares with `==` where a condition assigns with `=`, also before `&&` and `||`.
///
/// Rust fact it relies on: `=` binds more loosely than `&&`, so that `if a = b && c` assigns `b &&
/// c`, and rustc points at `b`, which is no `bool`.
final class CompareInCondition implements Operation {
  @Override
  public String name() {
    return "compare-in-condition";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode node = site.node();
    Optional<SyntaxNode> assignment =
        Stream.concat(Stream.of(node), node.ancestors())
            .takeWhile(each -> !each.is("block") && !each.is("closure_expression"))
            .filter(each -> each.is("assignment_expression") && isCondition(each))
            .findFirst();
    return assignment.stream()
        .flatMap(each -> each.children().stream())
        .filter(token -> token.text().equals("="))
        .limit(1)
        .flatMap(token -> site.edits().replace(token, "==").patch().stream())
        .map(patch -> Proposal.of("Compare with `==`", patch))
        .toList();
  }

  /// Whether it is the condition itself, but for parentheses.
  private static boolean isCondition(SyntaxNode assignment) {
    SyntaxNode outer = assignment;
    while (outer.parent().filter(up -> up.is("parenthesized_expression")).isPresent()) {
      outer = outer.parent().get();
    }
    return outer.field().filter("condition"::equals).isPresent();
  }
}
