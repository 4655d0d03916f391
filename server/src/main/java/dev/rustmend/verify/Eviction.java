package dev.rustmend.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Empties shadows that nobody has used for long: a target directory may hold gigabytes.
///
/// A shadow is emptied under its lock, so never while a session has it. The folder and its lock
/// file stay: another process may be about to lock that very file.
final class Eviction {
  private static final System.Logger LOG = System.getLogger(Eviction.class.getName());
  private static final Set<String> KEPT = Set.of("lock", "last-used", "real-root");

  private Eviction() {}

  /// Empties the shadows among `shadows` that were claimed last more than `age` before `now`.
  /// `held` are those of this process, whose lock files must not be touched.
  static void run(Path shadows, Duration age, Instant now, Set<Path> held) {
    try (var all = Files.list(shadows)) {
      for (Path shadow : all.filter(Files::isDirectory).toList()) {
        if (isOld(shadow, now.minus(age)) && held.add(shadow)) {
          emptyUnlessInUse(shadow, held);
        }
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "old shadows could not be looked for", e);
    }
  }

  private static boolean isOld(Path shadow, Instant limit) throws IOException {
    Path used = shadow.resolve("last-used");
    return Files.exists(used)
        && Files.getLastModifiedTime(used).toInstant().isBefore(limit)
        && !content(shadow).isEmpty();
  }

  private static void emptyUnlessInUse(Path shadow, Set<Path> held) throws IOException {
    FileChannel channel =
        FileChannel.open(
            shadow.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        for (Path part : content(shadow)) {
          delete(part);
        }
      }
    } catch (OverlappingFileLockException e) {
      return; // another cache of this process has it: closing the file would give up its lock
    }
    channel.close();
    held.remove(shadow);
  }

  /// The parts to delete; first the journal, which tells what else there is.
  private static List<Path> content(Path shadow) throws IOException {
    try (var parts = Files.list(shadow)) {
      return parts
          .filter(part -> !KEPT.contains(String.valueOf(part.getFileName())))
          .sorted(
              (one, other) -> Boolean.compare(other.endsWith("journal"), one.endsWith("journal")))
          .toList();
    }
  }

  /// Deletes a file, a link, or a folder with all that is in it; links are not followed.
  private static void delete(Path path) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
