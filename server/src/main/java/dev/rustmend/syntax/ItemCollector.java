package dev.rustmend.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Lists the items below a node with their paths.
final class ItemCollector {
  private ItemCollector() {}

  static List<RustItem> collect(SyntaxNode root) {
    var items = new ArrayList<RustItem>();
    Deque<RustItem> around = new ArrayDeque<>();
    root.descendants()
        .filter(SyntaxNode::isNamed)
        .forEach(node ->
            ItemKind.of(node.kind())
                .ifPresent(kind -> {
                  leave(around, node);
                  RustItem item = item(kind, node, around);
                  items.add(item);
                  around.push(item);
                }));
    return List.copyOf(items);
  }

  private static void leave(Deque<RustItem> around, SyntaxNode node) {
    while (!around.isEmpty() && !around.peek().node().range().encloses(node.range())) {
      around.pop();
    }
  }

  private static RustItem item(ItemKind kind, SyntaxNode node, Deque<RustItem> around) {
    String name = name(kind, node);
    String path = around.isEmpty() ? name : around.peek().path() + "::" + name;
    return new RustItem(kind, name, path, node);
  }

  private static String name(ItemKind kind, SyntaxNode node) {
    return switch (kind) {
      case IMPL -> impl(node);
      case USE -> "use " + field(node, "argument").orElse("");
      case EXTERN_CRATE -> "extern crate " + field(node, "name").orElse("");
      case EXTERN_BLOCK -> "extern";
      case FUNCTION, STRUCT, UNION, ENUM, TRAIT, MODULE, CONST, STATIC, TYPE, MACRO ->
          field(node, "name").orElse("");
    };
  }

  private static String impl(SyntaxNode node) {
    String type = field(node, "type").orElse("");
    return field(node, "trait").map(t -> "impl " + t + " for " + type).orElse("impl " + type);
  }

  /// The text in a role, on one line.
  private static Optional<String> field(SyntaxNode node, String field) {
    return node.child(field).map(child -> child.text().strip().replaceAll("\\s+", " "));
  }
}
