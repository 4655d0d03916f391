package dev.rustmend.proof;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.kb.Entry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The scratch packages of one worker, one for each edition. Confined to that worker.
final class ScratchCrates {
  private final Path home;
  private final Cargo cargo;
  private final Map<String, ScratchCrate> byEdition = new HashMap<>();

  ScratchCrates(Path home, Cargo cargo) {
    this.home = home;
    this.cargo = cargo;
  }

  /// The package for the programs of `entry`.
  ScratchCrate of(Entry entry) {
    return byEdition.computeIfAbsent(
        entry.edition(),
        edition -> ScratchCrate.in(home.resolve("edition-" + edition), edition, cargo));
  }
}
