package dev.rustmend.operation;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;

/// A range of one file with its tree. `node` is the largest node with exactly this range or, where
/// no node has it, the smallest around it.
public record Place(Path file, RustTree tree, TextRange range) {

  static Place of(Path file, SyntaxNode node) {
    return new Place(file, node.tree(), node.range());
  }

  public SyntaxNode node() {
    return tree.covering(range).orElseGet(() -> tree.around(range));
  }

  /// The source in the range.
  public String text() {
    return tree.source().slice(range);
  }
}
