package dev.rustmend.repair;

import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckSpool;
import dev.rustmend.cargo.SpooledCheck;
import dev.rustmend.verify.Oracle;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets one run of cargo serve rust-analyzer and rustmend: where rust-analyzer runs cargo through
/// our launcher, a check of saved files waits for that run and takes over what it said.
final class SharedChecks implements CheckPrelude {
  /// A launcher that was not used for this long is taken to be out of use.
  private static final Duration IN_USE = Duration.ofHours(8);

  /// rust-analyzer begins its check at the save; a longer silence means that it will not.
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration LOOK_EVERY = Duration.ofMillis(40);

  private final CheckSpool spool;
  private final CargoWorkspace workspace;
  private final Oracle oracle;
  private final CheckOptions options;

  SharedChecks(CheckSpool spool, CargoWorkspace workspace, Oracle oracle, CheckOptions options) {
    this.spool = spool;
    this.workspace = workspace;
    this.oracle = oracle;
    this.options = options;
  }

  /// Waits, where the launcher is in use and every open file is saved, until there is a run that
  /// stands for a check of `snapshot`, and hands it to the oracle. Afterwards the check is made as
  /// always: it is known, or cargo runs.
  @Override
  public void await(Snapshot snapshot) throws InterruptedException {
    spool.ask(workspace.root(), options);
    Optional<Instant> latest = spool.startOfLatest(workspace.root());
    if (latest.isEmpty() || !isInUse(latest.get()) || !isSaved(snapshot)) {
      return;
    }
    Instant end = Instant.now().plus(PATIENCE);
    Optional<Instant> seen = Optional.empty();
    while (Instant.now().isBefore(end)) {
      Optional<Instant> now = spool.startOfLatest(workspace.root());
      if (!now.equals(seen)) {
        seen = now;
        Optional<SpooledCheck> run = spool.latest(workspace, _ -> {});
        if (run.isPresent() && (!run.get().matches(options) || oracle.adopt(snapshot, run.get()))) {
          return;
        }
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  private static boolean isInUse(Instant latest) {
    return latest.isAfter(Instant.now().minus(IN_USE));
  }

  private static boolean isSaved(Snapshot snapshot) {
    Snapshot disk = Snapshot.ofDisk();
    return snapshot.overlay().entrySet().stream()
        .filter(entry -> isSource(entry.getKey()))
        .allMatch(entry -> disk.read(entry.getKey()).equals(Optional.of(entry.getValue())));
  }

  private static boolean isSource(Path path) {
    return path.toString().endsWith(".rs") || path.toString().endsWith(".toml");
  }
}
