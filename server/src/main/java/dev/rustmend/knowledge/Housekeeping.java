package dev.rustmend.knowledge;

import dev.rustmend.workspace.AtomicFile;
import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The folders of the indexes, one for each toolchain: names them, and deletes those whose
/// toolchain is gone.
final class Housekeeping {
  private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

  /// Changes when the contents of an index mean something else.
  private static final String SCHEMA = "knowledge-1";

  private static final String OWNER = "toolchain.txt";

  private Housekeeping() {}

  /// The folder of the index for `release`.
  static Path folder(Path cache, String release) {
    return cache.resolve(SCHEMA).resolve(release.replaceAll("[^A-Za-z0-9.+-]", "_"));
  }

  /// Creates the folder, notes whose it is, and deletes what others have left behind. Throws
  /// [IOException] when nothing can be written there.
  static void prepare(Path folder, Path sysroot) throws IOException {
    Files.createDirectories(folder);
    Path owner = folder.resolve(OWNER);
    if (!Files.exists(owner) || !Files.readString(owner).equals(sysroot.toString())) {
      AtomicFile.write(owner, sysroot.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      try (Stream<Path> all = Files.list(parent)) {
        all.filter(each -> !each.equals(folder.toAbsolutePath()))
            .filter(Housekeeping::isOrphan)
            .toList()
            .forEach(Housekeeping::delete);
      }
    }
  }

  private static boolean isOrphan(Path folder) {
    try {
      return !Files.isDirectory(Path.of(Files.readString(folder.resolve(OWNER)).strip()));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /// Deletes a folder as far as possible.
  static void delete(Path folder) {
    try {
      WholeFolder.delete(folder);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "an old search index could not be deleted", e);
    }
  }
}
