package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Turns a value of an enum without variants, which can not be there, into one of any type with
/// `match value {}` (E0308).
///
/// Where a function of type `!` ends with a call of a function that gives such an enum, the call
/// alone does not tell the compiler that it never returns; the `match` on it does.
final class MatchEmptyEnum implements Operation {
  private static final String NEVER = "!";

  @Override
  public String name() {
    return "match-empty-enum";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Mismatch> types = Mismatch.of(site);
    if (types.isEmpty()) {
      return List.of();
    }
    if (Nodes.isExpression(site.node()) && isEmpty(site, types.get().found())) {
      return matched(site, site.node(), site.node());
    }
    return types.get().expected().text().equals(NEVER) ? lastCall(site) : List.of();
  }

  private static List<Proposal> lastCall(Site site) {
    Optional<SyntaxNode> last =
        Declarations.at(site.node(), "function_item")
            .flatMap(function -> function.child("body"))
            .flatMap(body ->
                body.namedChildren().stream().filter(s -> !s.isExtra()).reduce((_, end) -> end))
            .filter(statement -> statement.is("expression_statement"));
    Optional<SyntaxNode> call =
        last.flatMap(statement -> statement.namedChildren().stream().findFirst())
            .filter(node -> node.is("call_expression"));
    boolean empty =
        call.flatMap(node -> Callee.of(site, node))
            .flatMap(callee -> Callee.result(callee.function()))
            .filter(type -> isEmpty(site, RustType.of(type.text())))
            .isPresent();
    return empty ? matched(site, last.get(), call.get()) : List.of();
  }

  private static List<Proposal> matched(Site site, SyntaxNode place, SyntaxNode value) {
    return Declarations.one(
        "Match on `%s`, which can not be there".formatted(value.text()),
        site.edits().replace(place, "match %s {}".formatted(value.text())));
  }

  /// Whether the type is an enum without variants, of the crate or the standard library's.
  private static boolean isEmpty(Site site, RustType type) {
    return !type.isReference()
        && (type.isNamed("Infallible")
            || Declarations.type(site, type.name())
                .map(CrateFiles.Item::node)
                .filter(item -> item.is("enum_item"))
                .flatMap(item -> item.child("body"))
                .filter(body -> body.namedChildren().stream().allMatch(SyntaxNode::isExtra))
                .isPresent());
  }
}
