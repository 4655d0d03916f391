package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;

/// Makes a name of the standard library usable where a place stands.
final class Imports {
  private Imports() {}

  /// Adds `use path;` to the place's module where its last name is not imported yet, next to the
  /// imports that are there.
  static void add(Edits edits, Place place, String path) {
    String name = path.substring(path.lastIndexOf(':') + 1);
    List<SyntaxNode> uses =
        place.tree().root().descendants().filter(node -> node.is("use_declaration")).toList();
    List<SyntaxNode> visible =
        uses.stream()
            .filter(use ->
                use.parent().filter(scope -> scope.range().encloses(place.range())).isPresent())
            .toList();
    boolean imported =
        visible.stream()
            .anyMatch(use ->
                use.descendants().anyMatch(node -> node.text().equals(name))
                    || (use.text().endsWith("::*;") && use.text().contains("sync")));
    if (!imported) {
      UseDeclarations.add(edits, place, path);
    }
  }
}
