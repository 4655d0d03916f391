package dev.rustmend.learn;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;

/// One part of a repair, in terms of trees. `alone` is the edit of the broken text that makes this
/// part and no other.
sealed interface Change {
  /// The edit that makes it.
  TextEdit alone();

  /// The node `before` became the node `after`; both as small as they can be, or one level up.
  record Replaced(SyntaxNode before, SyntaxNode after, TextEdit alone) implements Change {}

  /// A statement, or an attribute, was put in before or behind the node `beside`.
  record Inserted(SyntaxNode beside, Side side, String text, TextEdit alone) implements Change {}

  /// A `use` declaration was added for `path`, such as `std::fmt` or `pub a::b as c`.
  record Imported(String path, TextEdit alone) implements Change {
    /// The declaration, without a line break.
    String declaration() {
      int space = path.startsWith("pub") ? path.indexOf(' ') + 1 : 0;
      return path.substring(0, space) + "use " + path.substring(space) + ";";
    }
  }

  /// On which side of the node that was there already.
  enum Side {
    BEFORE,
    BEHIND
  }
}
