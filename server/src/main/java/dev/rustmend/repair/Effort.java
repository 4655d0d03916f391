package dev.rustmend.repair;

/// How many proposals a run verifies.
enum Effort {
  /// All of them, for errors and warnings: somebody will choose.
  EVERYTHING,
  /// For each error the proposals in the order of their rank, until one compiles: the loop of `fix`
  /// takes that one anyway.
  FIRST_THAT_COMPILES,
  /// For each error and warning the proposals in the order of their rank, until one compiles, and
  /// only the likeliest few: what an editor needs after each save. The others are verified when
  /// somebody looks at the error, see [RepairSession#look].
  A_FEW
}
