package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Swaps two arguments of the call whose argument has the wrong type, those of `write!` included,
/// where rustc sees no swap itself: it only does when the types fit exactly, without a coercion.
final class SwapArguments implements Operation {
  private static final int MOST_ARGUMENTS = 6;
  private static final int MAX = 4;
  private static final int APART = 3;

  @Override
  public String name() {
    return "swap-arguments";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean known =
        site.diagnostic().suggestions().stream().anyMatch(s -> s.message().contains("swap"));
    Optional<SyntaxNode> call = call(site);
    if (known || call.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> arguments = Nodes.arguments(call.get());
    int count = arguments.size();
    if (count < 2 || count > MOST_ARGUMENTS) {
      return List.of();
    }
    record Pair(int first, int second) {}
    TextRange wrong = site.primary().range();
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < count; i++) {
      for (int k = i + 1; k < count; k++) {
        boolean touches =
            arguments.get(i).range().encloses(wrong)
                || arguments.get(k).range().encloses(wrong)
                || !arguments(call.get()).encloses(wrong);
        if (touches && !arguments.get(i).text().equals(arguments.get(k).text())) {
          pairs.add(new Pair(i, k));
        }
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparingInt(pair -> pair.second() - pair.first()))
        .limit(MAX)
        .flatMap(pair ->
            swapped(site, arguments.get(pair.first()), arguments.get(pair.second())).stream()
                .map(each -> each.penalized(APART * (pair.second() - pair.first()))))
        .toList();
  }

  private static Optional<Proposal> swapped(Site site, SyntaxNode first, SyntaxNode second) {
    return site.edits()
        .replace(first, second.text())
        .replace(second, first.text())
        .patch()
        .map(patch ->
            Proposal.of(
                "Swap the arguments `%s` and `%s`".formatted(brief(first), brief(second)), patch));
  }

  private static String brief(SyntaxNode argument) {
    String text = argument.text().replaceAll("\\s+", " ");
    return text.length() > 20 ? text.substring(0, 19) + "…" : text;
  }

  private static TextRange arguments(SyntaxNode call) {
    return call.child("arguments").map(SyntaxNode::range).orElse(call.range());
  }

  /// The call that the primary span is an argument of, or what it calls.
  private static Optional<SyntaxNode> call(Site site) {
    SyntaxNode node = site.node();
    Optional<SyntaxNode> call =
        node.is("call_expression") ? Optional.of(node) : Nodes.above(node, "call_expression");
    TextRange wrong = site.primary().range();
    return call.filter(outer -> {
      boolean argument =
          Nodes.arguments(outer).stream().anyMatch(each -> each.range().equals(wrong));
      boolean called =
          outer
              .child("function")
              .filter(function -> function.range().end() == wrong.end())
              .isPresent();
      return argument || called;
    });
  }
}
