package dev.rustmend.repair;

import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.LooseFile;
import dev.rustmend.verify.Oracle;
import java.util.Optional;

/// Makes the judge of one Cargo workspace, or of one file. The wiring hands in the real one, tests
/// their own.
public interface OracleFactory {

  Oracle oracle(CargoWorkspace workspace);

  /// The judge of a file that belongs to no package; empty where there is none, which is so in
  /// tests.
  default Optional<Oracle> oracle(LooseFile file) {
    return Optional.empty();
  }
}
