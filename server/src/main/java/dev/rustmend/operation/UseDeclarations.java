package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The `use` declarations of a module: what they bring in, and where a new one goes.
final class UseDeclarations {
  private UseDeclarations() {}

  /// The node whose children are the items of the module around `node`: a file, or the body of a
  /// `mod`.
  static SyntaxNode module(SyntaxNode node) {
    return node.ancestors()
        .filter(outer ->
            outer.is("source_file")
                || (outer.is("declaration_list")
                    && outer.parent().filter(p -> p.is("mod_item")).isPresent()))
        .findFirst()
        .orElseGet(() -> node.tree().root());
  }

  /// Adds `use path;` to the module around `place`, see [ImportPlace].
  static Edits add(Edits edits, Place place, String path) {
    TextEdit edit = ImportPlace.edit(place.node(), path);
    return edits.insert(place.file(), edit.range().start(), edit.newText());
  }

  /// Where the first item of `module` begins that is neither a module nor a crate, or the doc
  /// comment or attribute before it.
  static int beforeFirstItem(SyntaxNode module) {
    List<SyntaxNode> items =
        module.namedChildren().stream()
            .filter(child -> !child.is("inner_attribute_item") && !child.is("shebang"))
            .dropWhile(child -> child.is("mod_item") || isHead(child))
            .toList();
    return firstItem(module, items).orElse(module).range().start();
  }

  /// The first item, or the comment or attribute that stands directly before it.
  private static Optional<SyntaxNode> firstItem(SyntaxNode module, List<SyntaxNode> children) {
    if (children.isEmpty()) {
      return Optional.empty();
    }
    SyntaxNode first = children.getFirst();
    return module.children().stream()
        .filter(child -> child.range().start() <= first.range().start())
        .filter(child ->
            child.equals(first)
                || (child.isExtra()
                    && child.text().startsWith("///")
                    && !child.text().startsWith("////")))
        .findFirst();
  }

  private static boolean isHead(SyntaxNode child) {
    return child.is("extern_crate_declaration") || child.is("macro_invocation");
  }

  /// The names that the `use` declarations directly in `module` bring in.
  static List<String> names(SyntaxNode module) {
    return module.namedChildren().stream()
        .filter(child -> child.is("use_declaration"))
        .flatMap(UseDeclarations::brought)
        .toList();
  }

  private static Stream<String> brought(SyntaxNode use) {
    return use.descendants()
        .filter(node -> node.is("identifier"))
        .filter(node ->
            node.parent()
                .filter(parent ->
                    parent.is("use_list")
                        || parent.is("use_declaration")
                        || (parent.is("use_as_clause")
                            && node.field().filter("alias"::equals).isPresent())
                        || (parent.is("scoped_identifier")
                            && node.field().filter("name"::equals).isPresent()
                            && parent
                                .parent()
                                .filter(up -> up.is("use_list") || up.is("use_declaration"))
                                .isPresent()))
                .isPresent())
        .map(SyntaxNode::text);
  }
}
