package dev.rustmend.cargo;

import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The manifests of a workspace in a folder of their own, with empty files where their crates
/// begin: enough for cargo to resolve the dependencies of a workspace without a `Cargo.lock`, and
/// nothing is written beside the user's files. Closing it deletes the folder.
record ManifestCopy(Path folder) implements AutoCloseable {
  private static final String MANIFEST = "Cargo.toml";

  static ManifestCopy of(CargoWorkspace workspace) throws IOException {
    var copy = new ManifestCopy(Files.createTempDirectory("rustmend-manifests-").toRealPath());
    copy.put(workspace.root());
    for (CargoPackage one : workspace.packages()) {
      copy.put(one.root());
      for (CargoTarget target : one.targets()) {
        Path source = copy.at(target.source());
        Files.createDirectories(source.resolveSibling(""));
        if (!Files.exists(source)) {
          Files.createFile(source);
        }
      }
    }
    return copy;
  }

  private void put(Path root) throws IOException {
    Path manifest = root.resolve(MANIFEST);
    Path target = at(manifest);
    if (Files.isRegularFile(manifest) && !Files.exists(target)) {
      Files.createDirectories(target.resolveSibling(""));
      Files.copy(manifest, target);
    }
  }

  /// Where `real`, an absolute path, stands in the copy.
  Path at(Path real) {
    return real.getNameCount() == 0 ? folder : folder.resolve(real.subpath(0, real.getNameCount()));
  }

  /// The same graph with the paths of the real files.
  DependencyGraph real(DependencyGraph graph) {
    Map<String, DependencyGraph.Linked> packages = new LinkedHashMap<>();
    graph
        .packages()
        .forEach((id, one) ->
            packages.put(
                id,
                new DependencyGraph.Linked(
                    id,
                    one.name(),
                    real(one.root()),
                    one.library().map(this::real),
                    one.edition(),
                    one.local(),
                    one.dependencies())));
    return new DependencyGraph(packages);
  }

  private Path real(Path copied) {
    return copied.startsWith(folder)
        ? folder.getRoot().resolve(folder.relativize(copied).toString())
        : copied;
  }

  @Override
  public void close() throws IOException {
    WholeFolder.delete(folder);
  }
}
