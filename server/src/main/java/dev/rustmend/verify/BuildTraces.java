package dev.rustmend.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds what build scripts and procedural macros wrote among the sources of a shadow. The texts of
/// editors and patches must not be shown while it looks.
final class BuildTraces extends SimpleFileVisitor<Path> {
  private final ShadowLayout layout;
  private final Map<Path, Placed> placed;
  private final Set<Path> written = new TreeSet<>();

  private BuildTraces(ShadowLayout layout, Map<Path, Placed> placed) {
    this.layout = layout;
    this.placed = placed;
  }

  /// The real paths, existing or not, whose place in the shadow has something else than what
  /// `placed` tells.
  static Set<Path> find(ShadowLayout layout, Map<Path, Placed> placed) throws IOException {
    var traces = new BuildTraces(layout, placed);
    for (Path folder : layout.mirrored()) {
      Files.walkFileTree(layout.shadow(folder), traces);
    }
    return traces.written;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return CacheFolder.isMarked(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Path real = layout.real(file);
    Placed known = placed.get(real);
    boolean changed =
        known == null
            || (known.what() instanceof Mirrored.Copy
                && ShadowFiles.modifiedNanos(file) != known.modified());
    if (changed && !file.endsWith("Cargo.lock")) {
      written.add(real);
    }
    return FileVisitResult.CONTINUE;
  }
}
