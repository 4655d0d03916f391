package dev.rustmend.verify;

/// How closely the overfitting guard looks at a patch: the less its maker can be trusted with
/// taking the easy way out, the closer.
public enum Strictness {
  /// The compiler proposed it. What rustc's own help may take away passes.
  COMPILER,
  /// A recipe, or a repair learned from the user, proposed it.
  RECIPE,
  /// A language model wrote it: `.unwrap()` and the like count as well.
  MODEL
}
