package dev.rustmend.cargo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One run of cargo: in which folder, on which manifest (the folder's own unless given), with which
/// target directory.
///
/// `environment` is set on top of the user's (`options.extraEnv` included); it is how the shadow
/// workspace gives cargo a home of its own, so that no lock of the user's is ever taken.
public record CheckRequest(
    Path directory,
    Optional<Path> manifest,
    Path targetDirectory,
    CheckOptions options,
    PathMap paths,
    Map<String, String> environment,
    Lockfile lockfile) {

  /// What may happen to `Cargo.lock`.
  public enum Lockfile {
    /// cargo may create or update it: right in the shadow.
    MAY_CHANGE,
    /// cargo must leave it alone, and fails when it would have to change it.
    LOCKED
  }

  public CheckRequest {
    environment = Map.copyOf(environment);
  }
}
