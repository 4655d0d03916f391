package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.text.SourceText;

/// Whether an unknown name is most likely a variable in scope that was mistyped.
public final class AlikeVariable {
  private static final int CLOSE = 2;

  private AlikeVariable() {}

  /// Whether a variable that is visible at `place` has the name there but for case, underscores, a
  /// plural or one letter.
  public static boolean isAt(Span place, SourceText text) {
    String name = text.slice(place.range());
    return RustTree.parse(text).stream()
        .flatMap(tree -> Bindings.visible(tree.around(place.range())).keySet().stream())
        .anyMatch(known -> NearNames.distance(name, known).orElse(CLOSE + 1) <= CLOSE);
  }
}
