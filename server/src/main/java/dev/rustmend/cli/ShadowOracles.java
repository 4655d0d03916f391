package dev.rustmend.cli;

import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.repair.OracleFactory;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import dev.rustmend.verify.CargoOracle;
import dev.rustmend.verify.OverfittingGuard;
import dev.rustmend.verify.ShadowCache;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Makes the judges of workspaces: cargo in a shadow, behind the guard against patches that win by
/// destroying. One for the whole process, since it remembers which shadows are in use.
final class ShadowOracles {
  private final Map<String, String> environment;
  private final Map<Path, ShadowCache> caches = new ConcurrentHashMap<>();

  ShadowOracles(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// A factory that asks `settings` for the settings of each workspace root. It throws
  /// [java.io.UncheckedIOException] when the shadow can not be made.
  OracleFactory with(Function<Path, Settings> settings) {
    return workspace -> open(workspace, settings.apply(workspace.root()).check());
  }

  private CargoOracle open(CargoWorkspace workspace, Settings.Check check) {
    return CargoOracle.open(
        workspace,
        caches.computeIfAbsent(folder(workspace, check), ShadowCache::new),
        environment,
        new CargoProcess(environment),
        Wiring.options(check),
        new OverfittingGuard());
  }

  private Path folder(CargoWorkspace workspace, Settings.Check check) {
    return check
        .targetDirectory()
        .map(workspace.root()::resolve)
        .orElseGet(() -> CacheFolder.locate(environment));
  }
}
