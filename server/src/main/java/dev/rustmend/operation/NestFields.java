package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gathers fields that a literal gives to the wrong struct in a literal of the struct that one of
/// its missing fields holds.
///
/// rustc points at each field that the outer struct does not have (E0560). All fields of the inner
/// struct must be among them.
final class NestFields implements Operation {

  @Override
  public String name() {
    return "nest-fields";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> literal = site.enclosing("struct_expression");
    Optional<CrateFiles.Item> outer = literal.flatMap(node -> StructLiterals.struct(site, node));
    if (outer.isEmpty()) {
      return List.of();
    }
    Map<String, SyntaxNode> given = StructLiterals.given(literal.orElseThrow());
    var found = new ArrayList<Proposal>();
    for (SyntaxNode field : Named.fields(outer.get().node())) {
      String type = field.child("type").map(SyntaxNode::text).orElse("");
      List<String> inner =
          site.crate().types(type).stream()
              .flatMap(item -> Named.fields(item.node()).stream())
              .map(Named::name)
              .toList();
      boolean misplaced =
          !given.containsKey(Named.name(field))
              && inner.contains(site.primary().text())
              && given.keySet().containsAll(inner);
      if (misplaced) {
        found.addAll(nested(site, Named.name(field), type, inner, given));
      }
    }
    return found;
  }

  private static List<Proposal> nested(
      Site site, String field, String type, List<String> inner, Map<String, SyntaxNode> given) {
    List<SyntaxNode> parts =
        given.entrySet().stream()
            .filter(entry -> inner.contains(entry.getKey()))
            .flatMap(entry ->
                entry.getValue().is("identifier") && isShort(entry.getValue())
                    ? entry.getValue().parent().stream()
                    : Nodes.above(entry.getValue(), "field_initializer").stream())
            .toList();
    String text = parts.stream().map(SyntaxNode::text).collect(Collectors.joining(", "));
    Edits edits = site.edits();
    edits.replace(parts.getFirst(), "%s: %s { %s }".formatted(field, type, text));
    parts.stream().skip(1).forEach(part -> edits.delete(Declarations.withComma(part)));
    return Declarations.one("Give `%s` a `%s` with the fields".formatted(field, type), edits);
  }

  private static boolean isShort(SyntaxNode value) {
    return value.parent().filter(up -> up.is("shorthand_field_initializer")).isPresent();
  }
}
