package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Drops the guard of the last of several arms with the same pattern, where the guards before it
/// leave it nothing to decide: `a <= b` and `a > b`, or less, equal and greater.
///
/// rustc does not weigh guards (E0004), so that complementary ones leave the match open. What only
/// the guard looked at is no longer named.
final class DropCompleteGuard implements Operation {
  private enum Order {
    LESS,
    EQUAL,
    GREATER
  }

  /// A guard that compares `left` with `right`, true for these orders.
  private record Comparison(String left, String right, Set<Order> holds) {
    Comparison turned() {
      var turned = EnumSet.noneOf(Order.class);
      for (Order order : holds) {
        turned.add(
            switch (order) {
              case LESS -> Order.GREATER;
              case EQUAL -> Order.EQUAL;
              case GREATER -> Order.LESS;
            });
      }
      return new Comparison(/* left= */ right, /* right= */ left, turned);
    }

    boolean isAbout(Comparison other) {
      return left.equals(other.left) && right.equals(other.right);
    }
  }

  @Override
  public String name() {
    return "drop-complete-guard";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<SyntaxNode> patterns =
        site.enclosing("match_expression").stream()
            .flatMap(match -> match.child("body").stream())
            .flatMap(body -> body.namedChildren().stream())
            .filter(arm -> arm.is("match_arm"))
            .flatMap(arm -> arm.child("pattern").stream())
            .toList();
    var groups = new LinkedHashMap<String, List<SyntaxNode>>();
    for (SyntaxNode pattern : patterns) {
      pattern(pattern)
          .filter(_ -> pattern.child("condition").isPresent())
          .ifPresent(
              node -> groups.computeIfAbsent(shape(node), _ -> new ArrayList<>()).add(pattern));
    }
    return groups.values().stream()
        .filter(group -> isComplete(group, patterns))
        .flatMap(group -> dropped(site, group.getLast()).stream())
        .limit(1)
        .toList();
  }

  private static Optional<SyntaxNode> pattern(SyntaxNode matchPattern) {
    return matchPattern.namedChildren().stream().findFirst();
  }

  /// The pattern's text with `_` for every name that it introduces.
  private static String shape(SyntaxNode pattern) {
    return blanked(pattern, Bindings.names(pattern));
  }

  private static String blanked(SyntaxNode pattern, List<SyntaxNode> names) {
    String text = pattern.text();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var result = new StringBuilder();
    int from = 0;
    int start = pattern.range().start();
    for (SyntaxNode name : names) {
      result.append(slice(bytes, from, name.range().start() - start)).append('_');
      from = name.range().end() - start;
    }
    return result.append(slice(bytes, from, bytes.length)).toString();
  }

  private static String slice(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /// Whether the guards of the group, and arms without one for a single value, leave no order out.
  private static boolean isComplete(List<SyntaxNode> group, List<SyntaxNode> all) {
    if (group.stream().anyMatch(each -> guard(each).isEmpty())) {
      return complementary(group);
    }
    Comparison last = guard(group.getLast()).orElseThrow();
    var holds = EnumSet.noneOf(Order.class);
    for (SyntaxNode each : group) {
      Comparison own = guard(each).orElseThrow();
      if (own.isAbout(last)) {
        holds.addAll(own.holds());
      } else if (own.turned().isAbout(last)) {
        holds.addAll(own.turned().holds());
      }
    }
    boolean value =
        pattern(group.getLast()).filter(node -> node.text().equals(last.left())).isPresent()
            && all.stream()
                .anyMatch(
                    each -> each.child("condition").isEmpty() && each.text().equals(last.right()));
    if (value) {
      holds.add(Order.EQUAL);
    }
    return holds.size() == Order.values().length;
  }

  /// A condition, and the same denied.
  private static boolean complementary(List<SyntaxNode> group) {
    String last = condition(group.getLast());
    return group.stream()
        .limit(group.size() - 1L)
        .map(DropCompleteGuard::condition)
        .anyMatch(other -> last.equals("!" + other) || other.equals("!" + last));
  }

  private static String condition(SyntaxNode matchPattern) {
    return matchPattern.child("condition").map(SyntaxNode::text).orElse("");
  }

  private static Optional<Comparison> guard(SyntaxNode matchPattern) {
    Optional<SyntaxNode> condition =
        matchPattern.child("condition").filter(node -> node.is("binary_expression"));
    String left = condition.flatMap(node -> node.child("left")).map(SyntaxNode::text).orElse("");
    String right = condition.flatMap(node -> node.child("right")).map(SyntaxNode::text).orElse("");
    String operator =
        condition.flatMap(node -> node.child("operator")).map(SyntaxNode::text).orElse("");
    Set<Order> holds =
        switch (operator) {
          case "<" -> EnumSet.of(Order.LESS);
          case "<=" -> EnumSet.of(Order.LESS, Order.EQUAL);
          case ">" -> EnumSet.of(Order.GREATER);
          case ">=" -> EnumSet.of(Order.GREATER, Order.EQUAL);
          case "==" -> EnumSet.of(Order.EQUAL);
          case "!=" -> EnumSet.of(Order.LESS, Order.GREATER);
          default -> EnumSet.noneOf(Order.class);
        };
    return holds.isEmpty() ? Optional.empty() : Optional.of(new Comparison(left, right, holds));
  }

  private static Optional<Proposal> dropped(Site site, SyntaxNode matchPattern) {
    Optional<SyntaxNode> pattern = pattern(matchPattern);
    Optional<SyntaxNode> value = matchPattern.parent().flatMap(arm -> arm.child("value"));
    if (pattern.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    List<SyntaxNode> unused =
        Bindings.names(pattern.get()).stream()
            .filter(name -> name.is("identifier"))
            .filter(name -> !Declarations.mentions(value.get(), name.text()))
            .toList();
    return site.edits()
        .replace(matchPattern, blanked(pattern.get(), unused))
        .patch()
        .map(patch ->
            Proposal.of(
                "Drop the guard `if %s`, which always holds there"
                    .formatted(condition(matchPattern)),
                patch));
  }
}
