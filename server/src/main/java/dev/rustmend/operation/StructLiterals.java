package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The literals of the crate's structs, and the fields that they give.
final class StructLiterals {
  private StructLiterals() {}

  /// The struct that a literal builds, by its name.
  static Optional<CrateFiles.Item> struct(Site site, SyntaxNode literal) {
    return site.crate().types(type(literal)).stream()
        .filter(item -> !Named.fields(item.node()).isEmpty())
        .findFirst();
  }

  /// The name of the type that a literal builds: that of the impl around, for `Self`.
  static String type(SyntaxNode literal) {
    String name = literal.child("name").map(CrateFiles::baseName).orElse("");
    return name.equals("Self") ? Named.impl(literal).map(Named::selfType).orElse("") : name;
  }

  /// The literals of the type called `name` in the crate.
  static List<SyntaxNode> of(Site site, String name) {
    return site
        .crate()
        .nodes(node -> node.is("struct_expression") && type(node).equals(name))
        .stream()
        .map(Place::node)
        .toList();
  }

  /// The values of the fields that a literal gives, by their names, in order.
  static Map<String, SyntaxNode> given(SyntaxNode literal) {
    var given = new LinkedHashMap<String, SyntaxNode>();
    for (SyntaxNode part : literal.child("body").map(SyntaxNode::namedChildren).orElse(List.of())) {
      if (part.is("shorthand_field_initializer")) {
        part.namedChildren().stream()
            .filter(node -> node.is("identifier"))
            .findFirst()
            .ifPresent(node -> given.put(node.text(), node));
      } else if (part.is("field_initializer")) {
        part.child("value")
            .ifPresent(
                value -> given.put(part.child("field").map(SyntaxNode::text).orElse(""), value));
      }
    }
    return given;
  }
}
