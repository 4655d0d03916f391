package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Takes a variant apart in the arm's pattern where a literal wants to take its other fields from
/// it, or from the matched variable: `c @ E::V { .. } => E::V { x, ..c }` becomes `E::V { y, .. }
/// => E::V { x, y }`.
///
/// The update syntax works for structs alone, since a value of an enum may be another variant.
final class DestructureVariant implements Operation {
  @Override
  public String name() {
    return "destructure-variant";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> literal = site.enclosing("struct_expression");
    Optional<SyntaxNode> body = literal.flatMap(node -> node.child("body"));
    Optional<SyntaxNode> arm = site.enclosing("match_arm");
    String base = site.primary().text();
    Optional<SyntaxNode> captured =
        arm.flatMap(node -> node.child("pattern"))
            .flatMap(pattern ->
                pattern
                    .descendants()
                    .filter(node -> node.is("captured_pattern"))
                    .filter(node -> node.namedChildren().getFirst().text().equals(base))
                    .findFirst());
    if (body.isEmpty() || arm.isEmpty()) {
      return List.of();
    }
    Optional<List<String>> missing = missing(site, literal.get(), body.get());
    Optional<SyntaxNode> baseNode =
        body.get().namedChildren().stream()
            .filter(node -> node.is("base_field_initializer"))
            .findFirst();
    if (missing.isEmpty() || missing.get().isEmpty() || baseNode.isEmpty()) {
      return List.of();
    }
    String fields = String.join(", ", missing.get());
    Edits edits = site.edits();
    edits.replace(baseNode.get(), fields);
    boolean apart =
        captured.isPresent()
            ? capture(edits, captured.get(), fields)
            : matched(edits, arm.get(), base, missing.get());
    return (apart ? edits.patch() : Optional.<Patch>empty())
        .stream()
            .map(patch -> Proposal.of("Take `%s` apart in the pattern".formatted(base), patch))
            .toList();
  }

  private static boolean capture(Edits edits, SyntaxNode captured, String fields) {
    SyntaxNode variant = captured.namedChildren().getLast();
    String path = variant.children().getFirst().text();
    edits.replace(captured, "%s { %s, .. }".formatted(path, fields));
    return true;
  }

  /// The pattern of the arm, which takes the matched variable apart already, takes more of it.
  private static boolean matched(Edits edits, SyntaxNode arm, String base, List<String> missing) {
    boolean same =
        Nodes.above(arm, "match_expression")
            .flatMap(match -> match.child("value"))
            .filter(value -> value.text().equals(base))
            .isPresent();
    Optional<SyntaxNode> rest =
        arm.child("pattern").stream()
            .flatMap(SyntaxNode::descendants)
            .filter(node -> node.is("remaining_field_pattern"))
            .findFirst();
    if (!same || rest.isEmpty()) {
      return false;
    }
    edits.replace(rest.get(), String.join(", ", missing));
    return true;
  }

  private static Optional<List<String>> missing(Site site, SyntaxNode literal, SyntaxNode body) {
    String path = literal.child("name").map(SyntaxNode::text).orElse("");
    String name = path.replaceAll(".*::", "");
    String type = path.replaceAll("::\\w+$", "").replaceAll(".*::", "");
    Set<String> given = new TreeSet<>();
    body.namedChildren()
        .forEach(
            field -> given.add(field.child("field").map(SyntaxNode::text).orElse(field.text())));
    return site.crate().types(type).stream()
        .flatMap(item -> Named.variants(item.node()).stream())
        .filter(variant -> Named.name(variant).equals(name))
        .findFirst()
        .map(variant ->
            Named.fields(variant).stream()
                .map(Named::name)
                .filter(field -> !given.contains(field))
                .toList());
  }
}
