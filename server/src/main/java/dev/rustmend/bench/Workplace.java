package dev.rustmend.bench;

import dev.rustmend.cargo.Cargo;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// What one worker of a benchmark has for itself: a scratch package for each edition, so that
/// workers never wait for each other's lock. Used by one thread at a time.
final class Workplace {
  private final Path folder;
  private final Cargo cargo;
  private final Map<Edition, ScratchPackage> packages = new EnumMap<>(Edition.class);

  Workplace(Path folder, Cargo cargo) {
    this.folder = folder;
    this.cargo = cargo;
  }

  /// The package of `edition`, holding `program`'s source.
  ScratchPackage with(BrokenProgram program) {
    ScratchPackage scratch =
        packages.computeIfAbsent(
            program.edition(),
            edition ->
                ScratchPackage.in(folder.resolve("scratch-" + edition.value()), edition, cargo));
    scratch.write(program.source());
    return scratch;
  }
}
