package dev.rustmend.repair;

import dev.rustmend.syntax.RustItem;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Optional;

/// Finds the item, such as a function, that a range lies in.
final class Items {
  private Items() {}

  /// The range of the innermost item of `text` around `range`; the whole text where there is none
  /// or where the platform has no parser.
  static TextRange around(SourceText text, TextRange range) {
    Optional<RustItem> item = RustTree.parse(text).flatMap(tree -> tree.enclosingItem(range));
    return item.map(found -> found.node().range()).orElseGet(() -> new TextRange(0, text.length()));
  }
}
