package dev.rustmend.syntax;

import dev.rustmend.text.TextRange;

/// A part of a program that must not get lost.
///
/// `key` is equal for parts that are the same part in two versions; `group` names what the part
/// belongs to (a kind of item, an enum); `label` stands in phrases for people; `words` tells how
/// much of the part is still there when its key is not. A part without weight may go, such as a
/// statement that only names a variable; it still counts as one that took another's place.
record Piece(String group, String key, String label, Bag words, TextRange range, Weight weight) {
  enum Weight {
    FULL,
    NONE
  }

  Piece(String group, String key, String label, Bag words, TextRange range) {
    this(group, key, label, words, range, Weight.FULL);
  }

  /// The share of its words that is in `lost`, from 0 to 1.
  double share(Bag lost) {
    return words.isEmpty() ? 0 : (double) words.common(lost).size() / words.size();
  }
}
