package dev.rustmend.repair;

import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.Confinement;
import dev.rustmend.cargo.LooseCompiler;
import dev.rustmend.cargo.LooseFile;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import dev.rustmend.verify.CargoOracle;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.verify.LooseFileOracle;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.OverfittingGuard;
import dev.rustmend.verify.PatchGuard;
import dev.rustmend.verify.ShadowCache;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The oracles of a real program: real cargo in shadow workspaces below the cache folder, or below
/// the folder that `check.targetDir` names, as the settings of each workspace root say.
final class ShadowOracles implements OracleFactory {
  private final Function<Path, Settings> settings;
  private final Map<String, String> environment;
  private final Function<Settings, Confinement> confinement;
  private final PatchGuard guard;
  private final Map<Path, ShadowCache> caches = new ConcurrentHashMap<>();

  ShadowOracles(
      Function<Path, Settings> settings,
      Map<String, String> environment,
      Function<Settings, Confinement> confinement,
      FileDamage damage) {
    this.guard = new OverfittingGuard(damage);
    this.settings = settings;
    this.environment = Map.copyOf(environment);
    this.confinement = confinement;
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
        new CargoProcess(environment, confinement.apply(own)),
        RunOptions.of(own),
        guard);
  }

  @Override
  public Optional<Oracle> oracle(LooseFile file) {
    var compiler =
        new LooseCompiler(file, environment, RunOptions.of(settings.apply(file.folder())));
    return Optional.of(new LooseFileOracle(file, compiler, guard));
  }
}
