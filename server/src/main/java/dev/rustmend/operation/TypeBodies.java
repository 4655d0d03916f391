package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the bodies of structs and enums: fields and variants with their types.
final class TypeBodies {
  private TypeBodies() {}

  /// The fields of a field list, by name or, in a tuple, by number.
  static Map<String, RustType> fields(SyntaxNode body) {
    var fields = new LinkedHashMap<String, RustType>();
    int number = 0;
    for (SyntaxNode child : body.namedChildren()) {
      if (child.is("field_declaration")) {
        String name = child.child("name").map(SyntaxNode::text).orElse("");
        fields.put(name, RustType.of(child.child("type").map(SyntaxNode::text).orElse("_")));
      } else if (Nodes.isType(child)) {
        fields.put(Integer.toString(number++), RustType.of(child.text()));
      }
    }
    return fields;
  }

  /// The types in the fields of a struct, a union, or all variants of an enum.
  static List<RustType> contents(SyntaxNode item) {
    var types = new ArrayList<RustType>();
    item.child("body")
        .ifPresent(body -> {
          if (body.is("enum_variant_list")) {
            body.namedChildren().stream()
                .flatMap(variant -> variant.child("body").stream())
                .forEach(fields -> types.addAll(fields(fields).values()));
          } else {
            types.addAll(fields(body).values());
          }
        });
    return types;
  }

  /// The variants of an enum by name, each with its fields.
  static Map<String, Map<String, RustType>> variants(SyntaxNode item) {
    var variants = new LinkedHashMap<String, Map<String, RustType>>();
    item.child("body")
        .filter(body -> body.is("enum_variant_list"))
        .ifPresent(body ->
            body.namedChildren().stream()
                .filter(child -> child.is("enum_variant"))
                .forEach(variant ->
                    variants.put(
                        variant.child("name").map(SyntaxNode::text).orElse(""),
                        variant.child("body").map(TypeBodies::fields).orElse(Map.of()))));
    return variants;
  }
}
