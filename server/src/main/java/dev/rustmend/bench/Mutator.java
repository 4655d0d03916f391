package dev.rustmend.bench;

import dev.rustmend.text.TextEdit;
import java.util.List;
import java.util.stream.Stream;

/// A way to break a program.
@FunctionalInterface
interface Mutator {

  /// Every place and manner in which `code` can be broken this way: the edits of each. Whether the
  /// compiler minds is not known yet.
  Stream<List<TextEdit>> places(MutableCode code);
}
