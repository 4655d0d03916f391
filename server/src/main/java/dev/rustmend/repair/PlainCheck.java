package dev.rustmend.repair;

import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.Confinement;
import dev.rustmend.cargo.WorkspaceSearch;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.verify.Oracle;
import dev.rustmend.workspace.Snapshot;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Says what the compiler makes of a folder as it stands, in a shadow of it and without the
/// network; nothing is proposed. Safe to use from any thread.
public final class PlainCheck {
  private final CargoMetadata metadata;
  private final CheckOptions options;
  private final OracleFactory oracles;

  /// Checks with these settings.
  public PlainCheck(Settings settings, Map<String, String> environment) {
    var offline = new HashMap<>(environment);
    offline.put("CARGO_NET_OFFLINE", "true");
    this.metadata = new CargoMetadata(offline);
    this.options = RunOptions.of(settings);
    this.oracles =
        new ShadowOracles(_ -> settings, offline, _ -> Confinement.none(), new FileDamage());
  }

  /// What was found, and the root of the Cargo workspace that it is about.
  public record Result(Path root, CheckOutcome outcome) {}

  /// Checks the Cargo workspace of `folder`. Throws [UncheckedIOException] when its shadow can not
  /// be made.
  public Result check(Path folder) throws InterruptedException {
    return switch (metadata.load(folder, options)) {
      case WorkspaceSearch.NotFound(var failure) ->
          new Result(folder, new CheckOutcome.Failed(failure));
      case WorkspaceSearch.Found(CargoWorkspace workspace) -> {
        try (Oracle oracle = oracles.oracle(workspace)) {
          yield new Result(workspace.root(), oracle.check(Snapshot.ofDisk(), _ -> {}));
        }
      }
    };
  }
}
