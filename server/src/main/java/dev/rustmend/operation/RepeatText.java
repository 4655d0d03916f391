package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Turns `text * n` into `text.repeat(n)`.
///
/// Answers E0369, where rustc can not multiply a text. Silent where the product goes into a
/// variable of another declared type: then a number was meant, and the text is the mistake.
final class RepeatText implements Operation {
  @Override
  public String name() {
    return "repeat-text";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> product =
        site.enclosing("binary_expression")
            .filter(
                node -> node.child("operator").filter(sign -> sign.text().equals("*")).isPresent());
    Optional<SyntaxNode> text = product.flatMap(node -> node.child("left"));
    Optional<SyntaxNode> count = product.flatMap(node -> node.child("right"));
    if (text.isEmpty() || count.isEmpty() || isForAnotherType(product.get())) {
      return List.of();
    }
    String receiver =
        text.get().is("binary_expression") || text.get().is("unary_expression")
            ? "(" + text.get().text() + ")"
            : text.get().text();
    return Declarations.one(
        "Repeat the text with `repeat`",
        site.edits().replace(product.get(), receiver + ".repeat(" + count.get().text() + ")"));
  }

  private static boolean isForAnotherType(SyntaxNode product) {
    return product
        .parent()
        .filter(let -> let.is("let_declaration"))
        .flatMap(let -> let.child("type"))
        .filter(type -> !type.text().equals("String"))
        .isPresent();
  }
}
