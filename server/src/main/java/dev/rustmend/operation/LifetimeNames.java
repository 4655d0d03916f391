package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The lifetimes that are declared around a place.
final class LifetimeNames {
  private static final Set<String> ITEMS =
      Set.of(
          "function_item",
          "function_signature_item",
          "impl_item",
          "struct_item",
          "enum_item",
          "trait_item",
          "type_item",
          "associated_type");

  private LifetimeNames() {}

  /// The parameter that declares `lifetime` for `place`.
  static Optional<SyntaxNode> declaration(SyntaxNode place, String lifetime) {
    return Stream.concat(Stream.of(place), place.ancestors())
        .filter(node -> ITEMS.contains(node.kind()))
        .flatMap(item -> item.child("type_parameters").stream())
        .flatMap(list -> list.namedChildren().stream())
        .filter(parameter ->
            parameter.is("lifetime_parameter")
                && parameter.child("name").filter(n -> n.text().equals(lifetime)).isPresent())
        .findFirst();
  }

  /// A name that no lifetime in `item` has yet.
  static String free(SyntaxNode item) {
    for (String name : new String[] {"'a", "'b", "'c", "'d", "'e"}) {
      boolean taken =
          Stream.concat(Stream.of(item), item.ancestors())
              .filter(node -> ITEMS.contains(node.kind()))
              .flatMap(SyntaxNode::descendants)
              .anyMatch(node -> node.is("lifetime") && node.text().equals(name));
      if (!taken) {
        return name;
      }
    }
    return "'z";
  }
}
