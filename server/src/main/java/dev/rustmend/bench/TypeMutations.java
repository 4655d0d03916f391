package dev.rustmend.bench;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Mistakes in types and signatures.
final class TypeMutations {
  private static final Map<String, List<String>> NEAR =
      Map.ofEntries(
          Map.entry("&str", List.of("String", "&String")),
          Map.entry("String", List.of("&str")),
          Map.entry("&String", List.of("String")),
          Map.entry("usize", List.of("u32", "i32", "u64")),
          Map.entry("u32", List.of("usize", "i32", "u64")),
          Map.entry("i32", List.of("usize", "u32", "i64")),
          Map.entry("u64", List.of("usize", "u32", "i64")),
          Map.entry("i64", List.of("i32", "u64")),
          Map.entry("u8", List.of("char", "u32")),
          Map.entry("char", List.of("u8", "&str")),
          Map.entry("f64", List.of("f32")));

  private TypeMutations() {}

  /// A parameter has a type that is nearly right.
  static Stream<List<TextEdit>> parameterType(MutableCode code) {
    return code.nodes("parameter")
        .flatMap(parameter -> parameter.child("type").stream())
        .flatMap(TypeMutations::near);
  }

  /// A field has a type that is nearly right.
  static Stream<List<TextEdit>> fieldType(MutableCode code) {
    return code.nodes("field_declaration", "ordered_field_declaration_list")
        .flatMap(fields -> fields.children().stream())
        .filter(type -> type.field().equals(Optional.of("type")))
        .flatMap(TypeMutations::near);
  }

  /// A function does not say what it returns.
  static Stream<List<TextEdit>> removeReturnType(MutableCode code) {
    return code.nodes("function_item")
        .flatMap(function ->
            function.child("return_type").stream()
                .flatMap(type ->
                    function.children().stream()
                        .filter(child -> child.is("parameters"))
                        .map(parameters ->
                            MutableCode.without(
                                new TextRange(parameters.range().end(), type.range().end())))));
  }

  /// A lifetime is missing at one place of a signature.
  static Stream<List<TextEdit>> removeLifetime(MutableCode code) {
    return code.nodes("lifetime")
        .filter(lifetime -> lifetime.ancestors().noneMatch(around -> around.is("block")))
        .flatMap(lifetime ->
            lifetime.parent().stream()
                .map(parent -> {
                  if (parent.is("reference_type")) {
                    return MutableCode.withoutWord(lifetime);
                  }
                  SyntaxNode element = parent.is("lifetime_parameter") ? parent : lifetime;
                  SyntaxNode list = element.parent().orElse(parent);
                  return list.namedChildren().size() == 1
                      ? MutableCode.without(list.range())
                      : MutableCode.withoutElement(element);
                }));
  }

  /// A bound is missing.
  static Stream<List<TextEdit>> dropBound(MutableCode code) {
    return code.nodes("trait_bounds")
        .flatMap(bounds -> {
          List<SyntaxNode> all = bounds.namedChildren();
          return all.size() == 1
              ? Stream.of(
                  MutableCode.isIn(bounds, "where_predicate")
                      ? MutableCode.replace(bounds, ":")
                      : MutableCode.without(bounds.range()))
              : all.stream().map(MutableCode::withoutElement);
        });
  }

  private static Stream<List<TextEdit>> near(SyntaxNode type) {
    return near(type.text()).stream().map(other -> MutableCode.replace(type, other));
  }

  /// Types that a person may write in place of `type`.
  static List<String> near(String type) {
    if (type.startsWith("Vec<") && type.endsWith(">")) {
      return List.of("&[" + type.substring(4, type.length() - 1) + "]");
    }
    if (type.startsWith("&[") && type.endsWith("]") && !type.contains(";")) {
      return List.of("Vec<" + type.substring(2, type.length() - 1) + ">");
    }
    return NEAR.getOrDefault(type, List.of());
  }
}
