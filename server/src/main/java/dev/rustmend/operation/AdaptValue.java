package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Turns the expression that rustc points at into the type that its place expects: borrow,
/// dereference, convert, wrap, unwrap.
///
/// The parameter `by` names the way (a kind of [Adaptation], several with commas); without it all
/// ways are proposed. rustc's label at the primary span tells both types; the span is an expression
/// in all messages about values, and a type or pattern in those about other things, which are left
/// alone.
final class AdaptValue implements Operation {
  private static final int MOST = 8;

  @Override
  public String name() {
    return "adapt-value";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> node = Optional.of(site.node()).filter(Nodes::isExpression);
    Optional<Mismatch> types = Mismatch.of(site);
    if (node.isEmpty() || types.isEmpty() || isPattern(node.get())) {
      return List.of();
    }
    var value = new Value(site, node.get(), types.get().expected(), types.get().found());
    return chosen(site, ValueAdapter.adapt(value, 2).stream())
        .flatMap(way -> way.proposal(site, node.get()).stream())
        .limit(MOST)
        .toList();
  }

  /// The ways that the entry asks for.
  static Stream<Adaptation> chosen(Site site, Stream<Adaptation> ways) {
    String by = site.parameter("by", "");
    if (by.isEmpty()) {
      return ways;
    }
    Set<String> kinds =
        Set.copyOf(java.util.regex.Pattern.compile("\\s*,\\s*").splitAsStream(by).toList());
    return ways.filter(way -> kinds.contains(way.kind()));
  }

  /// Whether the node stands in a pattern, where no expression can.
  static boolean isPattern(SyntaxNode node) {
    return Stream.concat(Stream.of(node), node.ancestors())
        .takeWhile(up -> !up.is("block") && !up.is("function_item") && !up.is("call_expression"))
        .anyMatch(up -> up.field().filter("pattern"::equals).isPresent() || up.is("match_pattern"));
  }
}
