package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Orders floating-point numbers with `total_cmp`: they have no `Ord`, for `NaN` is neither less
/// nor greater.
///
/// rustc says ``the trait bound `f64: Ord` is not satisfied`` and points at the method or its
/// receiver.
final class OrderFloats implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "the trait bound `(&?f(?:32|64)|\\{float\\}): Ord` is not satisfied|(.*f(?:32|64).*Ord.*)");
  private static final Map<String, String> METHODS =
      Map.of(
          "sort", "sort_by",
          "sort_unstable", "sort_unstable_by",
          "max", "max_by",
          "min", "min_by",
          "is_sorted", "is_sorted_by");

  @Override
  public String name() {
    return "order-floats";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    if (site.find(MESSAGE).isEmpty() && !MESSAGE.matcher(site.diagnostic().message()).find()) {
      return List.of();
    }
    Optional<SyntaxNode> call =
        site.enclosing("call_expression")
            .filter(found -> LocalTypes.methodName(found).filter(METHODS::containsKey).isPresent());
    Optional<SyntaxNode> name =
        call.flatMap(found -> found.child("function")).flatMap(found -> found.child("field"));
    Optional<SyntaxNode> arguments = call.flatMap(found -> found.child("arguments"));
    var found = new ArrayList<Proposal>();
    if (name.isPresent() && arguments.isPresent() && arguments.get().namedChildren().isEmpty()) {
      String by = METHODS.getOrDefault(name.get().text(), "sort_by");
      int place = name.get().range().end();
      String suffix = by.substring(name.get().text().length());
      // the path also tells the type of literals
      for (String order : List.of("|a, b| a.total_cmp(b)", "f64::total_cmp")) {
        int penalty = order.startsWith("|") ? 0 : 10;
        site.edits()
            .insert(place, suffix)
            .insert(arguments.get().range().end() - 1, order)
            .patch()
            .ifPresent(patch ->
                found.add(
                    Proposal.of("Compare the numbers with `total_cmp` in `" + by + "`", patch)
                        .penalized(penalty)));
      }
    }
    return found;
  }
}
