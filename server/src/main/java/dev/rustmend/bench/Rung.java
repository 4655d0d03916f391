package dev.rustmend.bench;

import dev.rustmend.bench.FixesReport.Outcome;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// How far down the sources of proposals a repair had to go, the cheapest first.
enum Rung {
  RUSTC,
  RECIPE,
  MODEL;

  /// The last rung that a repair needed; empty for a program that is not repaired, or where nothing
  /// is known about the sources.
  static Optional<Rung> of(Outcome outcome) {
    return outcome.repaired()
        ? outcome.uses().stream()
            .filter(use -> use.kept() > 0)
            .map(use -> of(use.origin()))
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Rung of(String origin) {
    return origin.startsWith("model:") ? MODEL : origin.equals("rustc") ? RUSTC : RECIPE;
  }
}
