package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.Optional;

/// The `#[derive(..)]` of a type: what it has, and what is added to it.
final class DerivedTraits {
  private DerivedTraits() {}

  /// Whether the type derives or implements `trait`.
  static boolean has(Site site, CrateFiles.Item type, String trait) {
    return attribute(type.node()).filter(node -> node.text().contains(trait)).isPresent()
        || site.crate().impls(Named.name(type.node())).stream()
            .flatMap(impl -> impl.node().child("trait").stream())
            .anyMatch(node -> CrateFiles.baseName(node).equals(trait));
  }

  /// Adds `trait` to the type's derive, or a derive above it.
  static void add(Edits edits, CrateFiles.Item type, String trait) {
    Optional<SyntaxNode> attribute = attribute(type.node());
    if (attribute.isPresent()) {
      int close = attribute.get().range().start() + attribute.get().text().lastIndexOf(')');
      edits.insert(type.file(), close, ", " + trait);
      return;
    }
    int start = type.node().range().start();
    String indent = Site.indent(type.node().tree().source(), start);
    edits.insert(type.file(), start, "#[derive(%s)]\n%s".formatted(trait, indent));
  }

  /// The derive directly above the type.
  private static Optional<SyntaxNode> attribute(SyntaxNode type) {
    return type.parent().stream()
        .flatMap(parent -> parent.children().stream())
        .filter(node -> node.range().end() <= type.range().start())
        .filter(node -> !node.isExtra() || node.is("attribute_item"))
        .toList()
        .reversed()
        .stream()
        .takeWhile(node -> node.is("attribute_item"))
        .filter(node -> node.text().startsWith("#[derive("))
        .findFirst();
  }
}
