package dev.rustmend.repair;

import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.verify.Oracle;

/// Makes the judge of one Cargo workspace. The wiring hands in the real one, tests their own.
public interface OracleFactory {

  Oracle oracle(CargoWorkspace workspace);
}
