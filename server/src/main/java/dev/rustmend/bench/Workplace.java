package dev.rustmend.bench;

import dev.rustmend.cargo.Cargo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What one worker of a benchmark has for itself: a scratch package for each edition and a copy of
/// each crate, so that workers never wait for each other's lock. Used by one thread at a time.
final class Workplace {
  private final Path folder;
  private final Cargo cargo;
  private final Map<String, ScratchPackage> packages = new HashMap<>();

  Workplace(Path folder, Cargo cargo) {
    this.folder = folder;
    this.cargo = cargo;
  }

  /// The package of the program's edition, holding `program`'s source.
  ScratchPackage with(BrokenProgram program) {
    Edition edition = program.edition();
    ScratchPackage scratch =
        packages.computeIfAbsent(
            "scratch-" + edition.value(),
            name -> ScratchPackage.in(folder.resolve(name), edition, cargo));
    scratch.write(program.source());
    return scratch;
  }

  /// The copy of `crate`, with the texts of the original.
  ScratchPackage with(CrateCopy crate) {
    ScratchPackage scratch =
        packages.computeIfAbsent(
            crate.name(), name -> ScratchPackage.whole(crate.copyTo(folder.resolve(name)), cargo));
    scratch.write(crate.textsIn(scratch.folder()));
    return scratch;
  }
}
