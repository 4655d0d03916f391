package dev.rustmend.bench;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Mistakes with imports, derives and visibility.
final class ItemMutations {
  private static final Pattern DERIVE = Pattern.compile("#\\[derive\\(([^)]*)\\)\\]");

  private ItemMutations() {}

  /// One derived trait is missing.
  static Stream<List<TextEdit>> dropDerive(MutableCode code) {
    return code.tree()
        .root()
        .descendants()
        .filter(node -> node.is("attribute_item"))
        .flatMap(ItemMutations::shorterDerives);
  }

  private static Stream<List<TextEdit>> shorterDerives(SyntaxNode attribute) {
    Matcher derive = DERIVE.matcher(attribute.text());
    if (!derive.matches()) {
      return Stream.empty();
    }
    List<String> names =
        Stream.of(derive.group(1).split(",", -1))
            .map(String::strip)
            .filter(n -> !n.isEmpty())
            .toList();
    return names.stream()
        .map(dropped -> names.stream().filter(name -> !name.equals(dropped)).toList())
        .map(left ->
            left.isEmpty()
                ? MutableCode.withoutWord(attribute)
                : MutableCode.replace(attribute, "#[derive(" + String.join(", ", left) + ")]"));
  }

  /// An import is missing, or one name of its list.
  static Stream<List<TextEdit>> removeUse(MutableCode code) {
    Stream<List<TextEdit>> whole =
        code.nodes("use_declaration")
            .filter(use -> !hasAttribute(use))
            .map(MutableCode::withoutWord);
    Stream<List<TextEdit>> one =
        code.nodes("use_list")
            .map(SyntaxNode::namedChildren)
            .filter(names -> names.size() > 1)
            .flatMap(names -> names.stream().map(MutableCode::withoutElement));
    return Stream.concat(whole, one);
  }

  /// A segment of an import's path is misspelled or left out.
  static Stream<List<TextEdit>> changeUseSegment(MutableCode code) {
    Stream<List<TextEdit>> misspelled =
        code.nodes("identifier").filter(ItemMutations::isInUse).flatMap(NameMutations::misspelled);
    Stream<List<TextEdit>> shorter =
        code.nodes("scoped_identifier", "scoped_use_list")
            .filter(ItemMutations::isInUse)
            .flatMap(path -> path.child("path").stream())
            .filter(path -> path.is("scoped_identifier"))
            .flatMap(path ->
                path.child("path").stream().map(start -> MutableCode.replace(path, start.text())));
    return Stream.concat(misspelled, shorter);
  }

  /// `pub` is missing.
  static Stream<List<TextEdit>> removePub(MutableCode code) {
    return code.nodes("visibility_modifier").map(MutableCode::withoutWord);
  }

  private static boolean isInUse(SyntaxNode node) {
    return node.ancestors().anyMatch(around -> around.is("use_declaration"));
  }

  private static boolean hasAttribute(SyntaxNode item) {
    List<SyntaxNode> siblings = item.parent().orElseThrow().namedChildren();
    int at = siblings.indexOf(item);
    return at > 0 && siblings.get(at - 1).is("attribute_item");
  }
}
