package dev.rustmend.repair;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.Confinement;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import dev.rustmend.verify.CargoOracle;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.OverfittingGuard;
import dev.rustmend.verify.PatchGuard;
import dev.rustmend.verify.ShadowCache;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The oracles of a real program: real cargo in shadow workspaces below the cache folder, or below
/// the folder that `check.targetDir` names, as the settings of each workspace root say.
final class ShadowOracles implements OracleFactory {
  private final Function<Path, Settings> settings;
  private final Map<String, String> environment;
  private final Cargo cargo;
  private final PatchGuard guard;
  private final Map<Path, ShadowCache> caches = new ConcurrentHashMap<>();

  ShadowOracles(
      Function<Path, Settings> settings,
      Map<String, String> environment,
      Confinement confinement,
      FileDamage damage) {
    this.guard = new OverfittingGuard(damage);
    this.settings = settings;
    this.environment = Map.copyOf(environment);
    this.cargo = new CargoProcess(environment, confinement);
  }

  @Override
  public Oracle oracle(CargoWorkspace workspace) {
    Settings own = settings.apply(workspace.root());
    Path folder =
        own.check()
            .targetDirectory()
            .map(workspace.root()::resolve)
            .orElseGet(() -> CacheFolder.locate(environment));
    return CargoOracle.open(
        workspace,
        caches.computeIfAbsent(folder, ShadowCache::new),
        environment,
        cargo,
        RunOptions.of(own),
        guard);
  }
}
