package dev.rustmend.cargo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Makes the file names that rustc prints absolute.
///
/// cargo runs rustc in the workspace root for the packages below it and prints names relative to
/// it; for all others it passes absolute names. A name that is not there below the root is looked
/// for beside and above the package's manifest, in case the check was started in another folder.
final class ReportedPaths {
  private final Path root;
  private final Map<String, Path> known = new HashMap<>();

  ReportedPaths(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Path resolve(String fileName, Optional<Path> manifest) {
    return known.computeIfAbsent(fileName, name -> find(name, manifest));
  }

  /// Whether rustc made the name up: `<anon>`, `<proc-macro source>`.
  static boolean isInvented(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith("<");
  }

  private Path find(String name, Optional<Path> manifest) {
    Path below = root.resolve(name).normalize();
    if (Files.exists(below) || Path.of(name).isAbsolute()) {
      return below;
    }
    Path folder = manifest.map(Path::getParent).orElse(null);
    while (folder != null) {
      Path candidate = folder.resolve(name).normalize();
      if (Files.exists(candidate)) {
        return candidate;
      }
      folder = folder.getParent();
    }
    return below;
  }
}
