package dev.rustmend.repair;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.verify.CacheFolder;
import dev.rustmend.verify.CargoOracle;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.OverfittingGuard;
import dev.rustmend.verify.PatchGuard;
import dev.rustmend.verify.ShadowCache;
import java.util.Map;

/// The oracles of a real program: real cargo in shadow workspaces below the cache folder.
final class ShadowOracles implements OracleFactory {
  private final ShadowCache shadows;
  private final Map<String, String> environment;
  private final CheckOptions options;
  private final Cargo cargo;
  private final PatchGuard guard = new OverfittingGuard();

  ShadowOracles(CheckOptions options, Map<String, String> environment) {
    this.shadows = new ShadowCache(CacheFolder.locate(environment));
    this.environment = Map.copyOf(environment);
    this.options = options;
    this.cargo = new CargoProcess(environment);
  }

  @Override
  public Oracle oracle(CargoWorkspace workspace) {
    return CargoOracle.open(workspace, shadows, environment, cargo, options, guard);
  }
}
