package dev.rustmend.learn;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether two texts are the same program but for white space, comments, last commas, and the order
/// and grouping of imports: what a formatter may change, and where a person puts a `use`.
final class SameCode {
  private static final Set<String> CLOSING = Set.of(")", "]", "}", ">");

  private SameCode() {}

  static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<RustTree> left = RustTree.parse(SourceText.of(one));
    Optional<RustTree> right = RustTree.parse(SourceText.of(other));
    return left.isPresent()
        && right.isPresent()
        && words(left.get().root()).equals(words(right.get().root()))
        && ImportedPaths.of(left.get().root()).equals(ImportedPaths.of(right.get().root()));
  }

  /// The tokens below `node` in order, without the file's own `use` declarations.
  static List<String> words(SyntaxNode node) {
    var words = new ArrayList<String>();
    collect(node, words);
    return words;
  }

  private static void collect(SyntaxNode node, List<String> words) {
    if (node.isExtra()
        || (node.is("use_declaration")
            && node.parent().filter(up -> up.index() == 0).isPresent())) {
      return;
    }
    List<SyntaxNode> children = node.children();
    if (children.isEmpty()) {
      if (CLOSING.contains(node.text()) && !words.isEmpty() && words.getLast().equals(",")) {
        words.removeLast();
      }
      words.add(node.text());
      return;
    }
    children.forEach(child -> collect(child, words));
  }
}
