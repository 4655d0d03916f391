package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Lends the matched `String` as a `str`, so that string literals can stand in the patterns.
///
/// rustc points at the pattern (``expected `String`, found `&str` ``) and labels the matched value
/// ``this expression has type `String` ``.
final class LendMatchedText implements Operation {

  @Override
  public String name() {
    return "lend-matched-text";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Mismatch> types = Mismatch.of(site);
    boolean text =
        types
            .filter(t -> t.expected().bare().isNamed("String") && t.found().text().equals("&str"))
            .isPresent();
    Optional<Place> matched = site.labeled("this expression has type `$type`").stream().findFirst();
    if (!text || matched.isEmpty()) {
      return List.of();
    }
    RustType type =
        site.said("this expression has type `$type`")
            .map(bound -> RustType.of(bound.getOrDefault("type", "_")))
            .orElse(RustType.of("_"));
    SyntaxNode node = matched.get().node();
    return suffix(type, node).flatMap(adaptation -> adaptation.proposal(site, node)).stream()
        .toList();
  }

  private static Optional<Adaptation> suffix(RustType type, SyntaxNode node) {
    String title = "Match " + Value.name(node) + " as a `str`";
    String method =
        switch (type.bare().name()) {
          case "String" -> ".as_str()";
          case "Option", "Result" -> ".as_deref()";
          default -> "";
        };
    if (method.isEmpty() || !Nodes.isExpression(node)) {
      return tuple(type, node, title);
    }
    return Optional.of(
        Nodes.isAtom(node)
            ? Adaptation.of("as-str", title, "", method)
            : Adaptation.of("as-str", title, "(", ")" + method));
  }

  /// The parts of a tuple that are strings.
  private static Optional<Adaptation> tuple(RustType type, SyntaxNode node, String title) {
    List<RustType> parts = type.parts();
    List<SyntaxNode> values = node.is("tuple_expression") ? node.namedChildren() : List.of();
    if (parts.size() != values.size() || parts.isEmpty()) {
      return Optional.empty();
    }
    var text = new StringBuilder("(");
    for (int i = 0; i < parts.size(); i++) {
      boolean owned = parts.get(i).bare().isNamed("String");
      text.append(i == 0 ? "" : ", ")
          .append(owned ? Nodes.operand(values.get(i)) + ".as_str()" : values.get(i).text());
    }
    return Optional.of(Adaptation.rewritten("as-str", title, text.append(")").toString()));
  }
}
