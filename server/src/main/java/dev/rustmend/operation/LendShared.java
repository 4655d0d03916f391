package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Passes a shared reference, `&*x`, where a trait is implemented for `&T` and a `&mut T` was
/// given.
///
/// rustc notes that the trait "is implemented for `&T`, but not for `&mut T`" (E0277): a bound does
/// not coerce what it is asked of, though a parameter of the type would.
final class LendShared implements Operation {

  @Override
  public String name() {
    return "lend-shared";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean shared =
        site.said("`$t` is implemented for `&$x`, but not for `&mut $y`")
            .filter(held -> held.getOrDefault("x", "").equals(held.getOrDefault("y", "-")))
            .isPresent();
    Optional<SyntaxNode> value =
        Nodes.expression(site.node()).filter(node -> node.range().equals(site.primary().range()));
    if (!shared || value.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    String written = "&*" + Nodes.operand(value.get());
    if (Nodes.borrowsMutably(value.get())) {
      SyntaxNode lent = value.get().child("value").orElseThrow();
      edits.replace(new TextRange(value.get().range().start(), lent.range().start()), "&");
      written = "&" + lent.text();
    } else {
      edits.replace(value.get(), written);
    }
    return Declarations.one("Pass a shared reference: `%s`".formatted(written), edits);
  }
}
