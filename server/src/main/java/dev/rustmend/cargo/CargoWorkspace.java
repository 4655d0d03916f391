package dev.rustmend.cargo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A Cargo workspace, or a single package, which is a workspace of its own.
///
/// `root` is the folder of the root manifest. `packages` are all local ones: the members, then the
/// path dependencies of any depth, many of them outside of the root. `targetDirectory` and
/// `buildDirectory` are where the user's own cargo puts its output (the same folder unless the user
/// set `build.build-dir`).
public record CargoWorkspace(
    Path root,
    List<CargoPackage> members,
    List<CargoPackage> packages,
    Path targetDirectory,
    Path buildDirectory) {

  public CargoWorkspace {
    members = List.copyOf(members);
    packages = List.copyOf(packages);
  }

  /// The folders of all local packages, members first.
  public List<Path> packageRoots() {
    return packages.stream().map(CargoPackage::root).distinct().toList();
  }

  /// The local package that the file belongs to: the one of the nearest manifest above it. A file
  /// below a manifest that is not of this workspace (a nested workspace, a vendored dependency)
  /// belongs to none.
  public Optional<CargoPackage> packageOf(Path file) {
    return nearestManifest(file)
        .flatMap(
            manifest -> packages.stream().filter(p -> p.manifest().equals(manifest)).findFirst());
  }

  /// Whether the file is source of this workspace, which the user may edit: it belongs to a local
  /// package, or lies below the root and below no foreign manifest. What a build writes is not.
  public boolean owns(Path file) {
    Path normal = file.toAbsolutePath().normalize();
    if (normal.startsWith(targetDirectory) || normal.startsWith(buildDirectory)) {
      return false;
    }
    Optional<Path> manifest = nearestManifest(normal);
    boolean rootManifest = manifest.filter(root.resolve("Cargo.toml")::equals).isPresent();
    boolean belowRoot = normal.startsWith(root) && (manifest.isEmpty() || rootManifest);
    return belowRoot || packageOf(normal).isPresent();
  }

  /// The user's own paths, for runs of cargo in the user's own tree.
  public PathMap paths() {
    return new UserPaths(this);
  }

  private static Optional<Path> nearestManifest(Path file) {
    return CargoMetadata.nearestManifest(file.toAbsolutePath().normalize());
  }
}
