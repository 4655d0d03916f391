package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Names of nodes, and the parts of types, enums and functions that are found by name.
final class Named {
  private Named() {}

  /// The name of an item, a field or a variant, without `r#`.
  static String name(SyntaxNode node) {
    return node.child("name").map(SyntaxNode::text).orElse("").replaceFirst("^r#", "");
  }

  /// The fields of a struct, a union or a variant with braces.
  static List<SyntaxNode> fields(SyntaxNode owner) {
    return owner
        .child("body")
        .filter(body -> body.is("field_declaration_list"))
        .map(body ->
            body.namedChildren().stream().filter(node -> node.is("field_declaration")).toList())
        .orElse(List.of());
  }

  /// The types of the fields of a tuple struct or tuple variant, in order.
  static List<SyntaxNode> positions(SyntaxNode owner) {
    return owner.children().stream()
        .filter(body -> body.is("ordered_field_declaration_list"))
        .flatMap(body -> body.namedChildren().stream())
        .filter(node -> !node.is("visibility_modifier") && !node.is("attribute_item"))
        .toList();
  }

  /// The variants of an enum.
  static List<SyntaxNode> variants(SyntaxNode enumItem) {
    return enumItem
        .child("body")
        .map(body -> body.namedChildren().stream().filter(node -> node.is("enum_variant")).toList())
        .orElse(List.of());
  }

  /// The impl that `node` stands in, with no other item between but functions.
  static Optional<SyntaxNode> impl(SyntaxNode node) {
    return Nodes.above(node, "impl_item", "mod_item").filter(outer -> outer.is("impl_item"));
  }

  /// The impl or trait that `node` stands in.
  static Optional<SyntaxNode> implOrTrait(SyntaxNode node) {
    return Nodes.above(node, "impl_item", "trait_item", "mod_item")
        .filter(outer -> !outer.is("mod_item"));
  }

  /// The name of the type that an impl is for.
  static String selfType(SyntaxNode impl) {
    return impl.child("type").map(CrateFiles::baseName).orElse("");
  }

  /// Whether a function has a `self` parameter.
  static boolean isMethod(SyntaxNode function) {
    return function
        .child("parameters")
        .filter(list -> list.namedChildren().stream().anyMatch(node -> node.is("self_parameter")))
        .isPresent();
  }

  /// The parameters of a function without `self`.
  static List<SyntaxNode> parameters(SyntaxNode function) {
    return function
        .child("parameters")
        .map(list -> list.namedChildren().stream().filter(node -> node.is("parameter")).toList())
        .orElse(List.of());
  }

  /// The functions in the body of an impl or a trait.
  static List<SyntaxNode> functions(SyntaxNode owner) {
    return owner
        .child("body")
        .map(body ->
            body.namedChildren().stream()
                .filter(node -> node.is("function_item") || node.is("function_signature_item"))
                .toList())
        .orElse(List.of());
  }

  /// The node of one of `kinds` at the primary span, inside of a wider node with the same range
  /// too, or else around it.
  static Optional<SyntaxNode> at(Site site, String... kinds) {
    Set<String> wanted = Set.of(kinds);
    SyntaxNode node = site.node();
    return Stream.concat(
            node.descendants().takeWhile(inner -> inner.range().equals(node.range())),
            node.ancestors())
        .filter(each -> wanted.contains(each.kind()))
        .findFirst();
  }

  /// The parts of a pattern in parentheses or brackets, `_` and `..` included, without its type.
  static List<SyntaxNode> parts(SyntaxNode pattern) {
    return pattern.children().stream()
        .filter(part -> !part.isExtra() && (part.isNamed() || part.text().equals("_")))
        .filter(part -> part.field().filter("type"::equals).isEmpty())
        .toList();
  }
}
