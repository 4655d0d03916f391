package dev.rustmend.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Removes what a build has left.
final class Rubble {
  private static final System.Logger LOG = System.getLogger(Rubble.class.getName());

  private static final int ATTEMPTS = 20;

  private Rubble() {}

  /// Removes `folder` with all that is in it; links are removed and not followed. Tries a few
  /// times, since a process that is being killed may still write. What can not be removed is
  /// logged.
  static void remove(Path folder) {
    Optional<IOException> last = Optional.empty();
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      last = attempt(folder);
    }
    last.ifPresent(e -> LOG.log(System.Logger.Level.WARNING, "can not remove " + folder, e));
  }

  private static Optional<IOException> attempt(Path folder) {
    try {
      Files.walkFileTree(folder, new Removal());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      // a build may have taken the rights from its own folders
      if (!folder.toFile().canWrite() || !folder.toFile().canExecute()) {
        boolean _ =
            folder.toFile().setReadable(true)
                && folder.toFile().setWritable(true)
                && folder.toFile().setExecutable(true);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
