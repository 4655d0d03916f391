package dev.rustmend.verify;

import dev.rustmend.syntax.Damage;
import java.util.Set;

/// What a patch is allowed to do: how closely it is looked at, and the kinds of damage that its
/// title openly announces.
///
/// A recipe that puts in `todo!()` is held back by the overfitting guard, unless it says "stub" in
/// its title and so admits [Damage.Kind#STUB] here. A model's patch admits nothing.
public record Licence(Strictness strictness, Set<Damage.Kind> admitted) {
  public Licence {
    admitted = Set.copyOf(admitted);
    if (strictness == Strictness.MODEL && !admitted.isEmpty()) {
      throw new IllegalArgumentException("a model's patch can not admit " + admitted);
    }
  }

  /// The licence of a suggestion that rustc made.
  public static Licence compiler() {
    return new Licence(Strictness.COMPILER, Set.of());
  }

  /// The licence of a recipe whose title announces `admitted`.
  public static Licence recipe(Damage.Kind... admitted) {
    return new Licence(Strictness.RECIPE, Set.of(admitted));
  }

  /// The licence of a patch that a language model wrote.
  public static Licence model() {
    return new Licence(Strictness.MODEL, Set.of());
  }

  boolean admits(Damage damage) {
    return admitted.contains(damage.kind());
  }
}
