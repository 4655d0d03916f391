package dev.rustmend.operation;

import dev.rustmend.kb.Anchor;
import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the places that a recipe's anchors name.
final class Anchors {
  private static final Map<String, Set<String>> KINDS =
      Map.ofEntries(
          Map.entry("fn", Set.of("function_item", "function_signature_item")),
          Map.entry("impl", Set.of("impl_item")),
          Map.entry("struct", Set.of("struct_item", "union_item")),
          Map.entry("enum", Set.of("enum_item")),
          Map.entry("trait", Set.of("trait_item")),
          Map.entry("mod", Set.of("mod_item")),
          Map.entry("let", Set.of("let_declaration")),
          Map.entry("block", Set.of("block")),
          Map.entry("match", Set.of("match_expression")),
          Map.entry("arm", Set.of("match_arm")),
          Map.entry("loop", Set.of("loop_expression", "while_expression", "for_expression")),
          Map.entry("closure", Set.of("closure_expression")),
          Map.entry("call", Set.of("call_expression")),
          Map.entry("attribute", Set.of("attribute_item", "inner_attribute_item")),
          Map.entry("use", Set.of("use_declaration")),
          Map.entry("field", Set.of("field_declaration", "field_initializer")),
          Map.entry("param", Set.of("parameter", "self_parameter", "variadic_parameter")),
          Map.entry("macro", Set.of("macro_invocation")));

  private final Site site;
  private final Map<String, String> bound;

  Anchors(Site site, Map<String, String> bound) {
    this.site = site;
    this.bound = bound;
  }

  /// Every place that `anchor` can mean, the likeliest first.
  List<Place> find(Anchor anchor) {
    return switch (anchor) {
      case Anchor.Primary _ -> List.of(site.primary());
      case Anchor.Label(var text) -> site.labeled(text);
      case Anchor.Child(var text) -> site.noted(text);
      case Anchor.DefinitionOf(String variable) -> definitions(variable);
      case Anchor.BindingOf(String variable) -> binding(variable).stream().toList();
      case Anchor.FileTop _ -> List.of(top());
      case Anchor.Around(String kind, Anchor inner) ->
          find(inner).stream().flatMap(place -> around(kind, place).stream()).distinct().toList();
    };
  }

  private List<Place> definitions(String variable) {
    String name = bound.getOrDefault(variable, "").replaceAll("(?s)<.*", "").replaceAll(".*::", "");
    return site.crate().definitions(name).stream()
        .map(item -> Place.of(item.file(), item.node()))
        .toList();
  }

  private Optional<Place> binding(String variable) {
    return Bindings.binding(site.node(), bound.getOrDefault(variable, ""))
        .map(node -> Place.of(site.file(), node));
  }

  private Place top() {
    int end =
        site.tree().root().children().stream()
            .filter(node -> node.is("inner_attribute_item") || node.is("shebang") || isInner(node))
            .mapToInt(node -> node.range().end())
            .max()
            .orElse(0);
    return new Place(site.file(), site.tree(), TextRange.at(nextLine(site.text().bytes(), end)));
  }

  /// The start of the line behind `offset`, or `offset` where a line starts. (The range of a `//!`
  /// comment ends behind its line break, that of an attribute before it.)
  private static int nextLine(byte[] bytes, int offset) {
    int at = offset;
    while (at > 0 && at < bytes.length && bytes[at - 1] != '\n') {
      at++;
    }
    return at;
  }

  private static boolean isInner(SyntaxNode node) {
    return node.isExtra() && (node.text().startsWith("//!") || node.text().startsWith("/*!"));
  }

  private static Optional<Place> around(String kind, Place place) {
    SyntaxNode node = place.node();
    return Stream.concat(Stream.of(node), node.ancestors())
        .filter(fits(kind))
        .findFirst()
        .map(found -> Place.of(place.file(), found));
  }

  private static Predicate<SyntaxNode> fits(String kind) {
    return switch (kind) {
      case "item" -> node -> node.kind().endsWith("_item") && !node.is("attribute_item");
      case "statement" -> Nodes::isStatement;
      case "expression" -> Nodes::isExpression;
      case "type" -> Nodes::isType;
      case "method call" ->
          node ->
              node.is("call_expression")
                  && node.child("function").filter(f -> f.is("field_expression")).isPresent();
      default -> node -> KINDS.getOrDefault(kind, Set.of()).contains(node.kind());
    };
  }
}
