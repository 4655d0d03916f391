package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns `a ** b` into `a.pow(b)`.
///
/// Answers E0614: rustc reads the second star as a dereference. For floats there are `powi` and
/// `powf`. A literal gets a type, without which it has no methods.
final class RaiseToPower implements Operation {
  @Override
  public String name() {
    return "raise-to-power";
  }

  /// Whether `starred` is what stands behind the `**` of another language.
  static boolean isPower(SyntaxNode starred) {
    return product(starred).isPresent();
  }

  private static Optional<SyntaxNode> product(SyntaxNode starred) {
    return starred
        .parent()
        .filter(up -> up.is("binary_expression"))
        .filter(up -> up.child("right").filter(starred::equals).isPresent())
        .filter(up ->
            up.child("operator")
                .filter(sign ->
                    sign.text().equals("*") && sign.range().end() == starred.range().start())
                .isPresent());
  }

  /// What is raised: a power binds tighter than the products and the sign before it. None where
  /// that is a power itself.
  private static Optional<SyntaxNode> base(SyntaxNode left) {
    SyntaxNode base = left;
    if (base.is("binary_expression")) {
      Optional<SyntaxNode> right = base.child("right");
      if (right.isEmpty() || isPower(right.get())) {
        return Optional.empty();
      }
      base = right.get();
    }
    while (base.is("unary_expression") && base.text().startsWith("-")) {
      base = base.namedChildren().getFirst();
    }
    return Optional.of(base);
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> starred =
        Named.at(site, "unary_expression").filter(node -> node.text().startsWith("*"));
    Optional<SyntaxNode> power = starred.flatMap(RaiseToPower::product);
    Optional<SyntaxNode> base = power.flatMap(node -> node.child("left")).flatMap(RaiseToPower::base);
    if (base.isEmpty()) {
      return List.of();
    }
    var range = new TextRange(base.get().range().start(), power.get().range().end());
    String exponent = starred.get().text().substring(1).strip();
    String receiver = CallMathMethod.typed(base.get());
    var proposals = new ArrayList<Proposal>();
    boolean fraction = exponent.matches("-?[0-9_]*\\.[0-9_]+");
    for (String method : fraction ? List.of("powf") : List.of("pow", "powi", "powf")) {
      site.edits()
          .replace(range, "%s.%s(%s)".formatted(receiver, method, exponent))
          .patch()
          .ifPresent(patch ->
              proposals.add(
                  Proposal.of("Raise `%s` with `%s`".formatted(receiver, method), patch)
                      .penalized(proposals.size())));
    }
    return proposals;
  }
}
