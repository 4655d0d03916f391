package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Gives the literal that a method is called on the type that it would have without one: `f64`, or
/// `i32`.
///
/// Answers E0689, also where a sign and parentheses stand around the literal.
final class SuffixLiteral implements Operation {

  @Override
  public String name() {
    return "suffix-literal";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> literal =
        Declarations.at(site.node(), "field_expression")
            .flatMap(field -> field.child("value"))
            .flatMap(SuffixLiteral::literal)
            .filter(node -> node.text().matches("[\\d_]+(?:\\.[\\d_]*)?"));
    if (literal.isEmpty()) {
      return List.of();
    }
    String type = literal.get().is("float_literal") ? "f64" : "i32";
    return Declarations.one(
        "Make the number `%s`".formatted(type),
        site.edits().insert(literal.get().range().end(), "_" + type));
  }

  private static Optional<SyntaxNode> literal(SyntaxNode node) {
    return switch (node.kind()) {
      case "float_literal", "integer_literal" -> Optional.of(node);
      case "parenthesized_expression", "unary_expression" ->
          node.namedChildren().stream().findFirst().flatMap(SuffixLiteral::literal);
      default -> Optional.empty();
    };
  }
}
