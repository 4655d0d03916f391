package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes the patterns of the sum type that is matched: `Ok(p)` and `Err(_)` where a `Result` is
/// matched with `Some(p)` and `None`, and the other way round; all patterns at the same place of
/// one `match`, `if let`, `while let`, `let … else` or `matches!` together.
///
/// rustc points at each pattern alone, ``expected `Result<_, _>`, found `Option<_>` ``. An `Err(e)`
/// becomes `None` only where `e` is not used: an `Option` has nothing to say about the failure.
final class FitSumPatterns implements Operation {
  private static final Set<String> HOLDERS =
      Set.of("match_block", "let_condition", "let_declaration");
  private static final Set<String> PATTERNS =
      Set.of("tuple_struct_pattern", "identifier", "scoped_identifier");
  private static final Set<String> NAMES = Set.of("Some", "None", "Ok", "Err");
  private static final int MAY_NOT_END = 25;

  @Override
  public String name() {
    return "fit-sum-patterns";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Mismatch> types = Mismatch.of(site);
    boolean toResult = types.filter(t -> isFrom(t, "Option", "Result")).isPresent();
    boolean toOption = types.filter(t -> isFrom(t, "Result", "Option")).isPresent();
    if (!toResult && !toOption) {
      return List.of();
    }
    Edits edits = site.edits();
    boolean fits =
        pattern(site)
            .map(found -> alike(found).allMatch(each -> written(each, toResult, edits)))
            .orElseGet(() -> inMacro(site, toResult, edits));
    int penalty = toResult && inWhile(site) ? MAY_NOT_END : 0;
    String title =
        toResult
            ? "Match `Ok` and `Err` of the `Result`"
            : "Match `Some` and `None` of the `Option`";
    return fits
        ? edits.patch().map(patch -> Proposal.of(title, patch).penalized(penalty)).stream().toList()
        : List.of();
  }

  private static boolean isFrom(Mismatch types, String found, String expected) {
    return types.found().isNamed(found) && types.expected().bare().isNamed(expected);
  }

  /// A loop that ended at `None` may go on for ever when it ends at an error only.
  private static boolean inWhile(Site site) {
    return Nodes.above(site.node(), "let_condition", "match_block", "block")
        .flatMap(holder -> Nodes.above(holder, "while_expression", "block"))
        .filter(outer -> outer.is("while_expression"))
        .isPresent();
  }

  private static Optional<SyntaxNode> pattern(Site site) {
    return Named.at(site, PATTERNS.toArray(String[]::new))
        .filter(node -> node.range().equals(site.primary().range()))
        .filter(FitSumPatterns::isSum);
  }

  private static boolean isSum(SyntaxNode node) {
    if (!PATTERNS.contains(node.kind())) {
      return false;
    }
    SyntaxNode path = node.child("type").filter(_ -> node.is("tuple_struct_pattern")).orElse(node);
    return NAMES.contains(last(path.text())) && holder(node).isPresent();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf(':') + 1).strip();
  }

  /// The arms, the condition or the declaration in whose pattern the node stands.
  private static Optional<SyntaxNode> holder(SyntaxNode node) {
    SyntaxNode inner = node;
    for (SyntaxNode outer : node.ancestors().toList()) {
      if (HOLDERS.contains(outer.kind())) {
        boolean pattern = inner.field().filter("pattern"::equals).isPresent();
        return outer.is("match_block") || pattern ? Optional.of(outer) : Optional.empty();
      }
      boolean through = outer.is("match_arm") || outer.is("match_pattern");
      String field = inner.field().orElse("");
      boolean inside = !Set.of("value", "condition").contains(field);
      if (!inside || !(through || outer.kind().endsWith("_pattern"))) {
        return Optional.empty();
      }
      inner = outer;
    }
    return Optional.empty();
  }

  /// The patterns of a sum type at the same place within their patterns, `found` itself included.
  private static Stream<SyntaxNode> alike(SyntaxNode found) {
    Optional<SyntaxNode> holder = holder(found);
    String route = route(found);
    return holder.stream()
        .flatMap(SyntaxNode::descendants)
        .filter(FitSumPatterns::isSum)
        .filter(node -> holder(node).equals(holder) && route(node).equals(route));
  }

  /// Which part of which pattern a node is, outwards.
  private static String route(SyntaxNode node) {
    var route = new StringBuilder();
    SyntaxNode inner = node;
    for (SyntaxNode outer : node.ancestors().toList()) {
      switch (outer.kind()) {
        case "tuple_pattern", "tuple_struct_pattern", "slice_pattern" ->
            route
                .append('/')
                .append(outer.child("type").map(SyntaxNode::text).orElse(outer.kind()))
                .append(Named.parts(outer).indexOf(inner));
        case "field_pattern" -> route.append('/').append(Named.name(outer));
        case "struct_pattern" ->
            route.append('/').append(outer.child("type").map(SyntaxNode::text).orElse(""));
        case "match_arm", "let_condition", "let_declaration" -> {
          return route.toString();
        }
        default -> {}
      }
      inner = outer;
    }
    return route.toString();
  }

  /// Rewrites one pattern, when it is not right already; false where that can not be done.
  private static boolean written(SyntaxNode pattern, boolean toResult, Edits edits) {
    SyntaxNode path = pattern.child("type").orElse(pattern);
    if (!pattern.is("tuple_struct_pattern")) {
      path = pattern;
    }
    String name = last(path.text());
    boolean qualified = path.is("scoped_identifier");
    return switch (name) {
      case "Some" -> !toResult || replaced(edits, path, qualified ? "Result::Ok" : "Ok");
      case "None" -> !toResult || replaced(edits, pattern, qualified ? "Result::Err(_)" : "Err(_)");
      case "Ok" -> toResult || replaced(edits, path, qualified ? "Option::Some" : "Some");
      default ->
          toResult
              || (saysNothing(pattern)
                  && replaced(edits, pattern, qualified ? "Option::None" : "None"));
    };
  }

  private static boolean replaced(Edits edits, SyntaxNode node, String text) {
    edits.replace(node, text);
    return true;
  }

  /// Whether nothing is asked of the error and nothing of it is used.
  private static boolean saysNothing(SyntaxNode err) {
    List<SyntaxNode> parts = Named.parts(err);
    return parts.stream()
        .allMatch(part ->
            part.text().equals("_")
                || part.is("remaining_field_pattern")
                || (part.is("identifier") && isUnused(part)));
  }

  private static boolean isUnused(SyntaxNode name) {
    String shown = "{" + name.text();
    String scope =
        Nodes.above(name, "match_arm", "if_expression", "while_expression", "block")
            .map(SyntaxNode::text)
            .orElse("");
    boolean printed = scope.contains(shown + "}") || scope.contains(shown + ":");
    return !printed && Bindings.uses(name).isEmpty();
  }

  /// Among the tokens of `matches!` the names stand directly behind one another.
  private static boolean inMacro(Site site, boolean toResult, Edits edits) {
    int from = site.primary().range().start();
    Optional<SyntaxNode> tokens = Optional.of(site.tree().nodeAt(from)).flatMap(SyntaxNode::parent);
    boolean matches =
        tokens
            .filter(node -> node.is("token_tree"))
            .flatMap(SyntaxNode::parent)
            .flatMap(macro -> macro.child("macro"))
            .filter(name -> last(name.text()).endsWith("matches"))
            .isPresent();
    if (!matches) {
      return false;
    }
    List<SyntaxNode> all =
        tokens.get().children().stream()
            .dropWhile(token -> token.range().start() < from)
            .takeWhile(token -> !token.is("if") && !token.text().equals("if"))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      SyntaxNode next = i + 1 < all.size() ? all.get(i + 1) : all.get(i);
      String inside = next.is("token_tree") ? next.text() : "";
      boolean done =
          switch (all.get(i).text()) {
            case "Some" -> !toResult || replaced(edits, all.get(i), "Ok");
            case "None" -> !toResult || replaced(edits, all.get(i), "Err(_)");
            case "Ok" -> toResult || replaced(edits, all.get(i), "Some");
            case "Err" -> toResult || nothing(edits, all.get(i), next, inside);
            default -> true;
          };
      if (!done) {
        return false;
      }
    }
    return true;
  }

  private static boolean nothing(Edits edits, SyntaxNode err, SyntaxNode next, String inside) {
    if (!inside.equals("(_)") && !inside.equals("(..)")) {
      return false;
    }
    edits.replace(err.range().cover(next.range()), "None");
    return true;
  }
}
