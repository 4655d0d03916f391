package dev.rustmend.verify;

import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Empties shadows that nobody has used for long, or that take too much room: a target directory
/// may hold gigabytes.
///
/// A shadow is emptied under its lock, so never while a session has it. The folder and its lock
/// file stay: another process may be about to lock that very file.
final class Eviction {
  private static final System.Logger LOG = System.getLogger(Eviction.class.getName());
  private static final Set<String> KEPT = Set.of("lock", "last-used", "real-root");

  /// A workspace that was deleted needs no build; but a disk may only be unplugged.
  private static final Duration ORPHANS = Duration.ofDays(1);

  private Eviction() {}

  /// What may stay: shadows that were claimed within `age`, and of those the ones claimed last, up
  /// to `bytes` for all of them.
  record Limits(Duration age, long bytes) {}

  /// Empties the shadows below `shadows` that are beyond the limits at `now`. `held` are those of
  /// this process, whose lock files must not be touched.
  static void run(Path shadows, Limits limits, Instant now, Set<Path> held) {
    try {
      long sum = 0;
      for (CachedShadow shadow : all(shadows, held)) {
        sum += shadow.bytes();
        boolean old = shadow.lastUsed().isBefore(now.minus(age(shadow, limits)));
        if (old || sum > limits.bytes()) {
          sum -= empty(shadow, held);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.DEBUG, "old shadows could not be looked for", e);
    }
  }

  private static Duration age(CachedShadow shadow, Limits limits) {
    return shadow.isOrphan() && limits.age().compareTo(ORPHANS) > 0 ? ORPHANS : limits.age();
  }

  /// The shadows below `shadows` that hold anything, the one claimed last first.
  static List<CachedShadow> all(Path shadows, Set<Path> held) throws IOException {
    if (!Files.isDirectory(shadows)) {
      return List.of();
    }
    var all = new ArrayList<CachedShadow>();
    try (var folders = Files.list(shadows)) {
      for (Path shadow : folders.filter(Files::isDirectory).toList()) {
        Path used = shadow.resolve("last-used");
        if (Files.exists(used) && !content(shadow).isEmpty()) {
          all.add(
              new CachedShadow(
                  shadow,
                  workspace(shadow),
                  FolderSize.of(shadow),
                  Files.getLastModifiedTime(used).toInstant(),
                  isInUse(shadow, held)));
        }
      }
    }
    all.sort(Comparator.comparing(CachedShadow::lastUsed).reversed());
    return all;
  }

  private static Path workspace(Path shadow) throws IOException {
    Path root = shadow.resolve("real-root");
    return Files.exists(root) ? Path.of(Files.readString(root).strip()) : shadow;
  }

  private static boolean isInUse(Path shadow, Set<Path> held) throws IOException {
    if (!held.add(shadow)) {
      return true;
    }
    return !whileLocked(shadow, held, () -> {});
  }

  /// Empties a shadow unless a session has it. Returns how many bytes that freed.
  static long empty(CachedShadow shadow, Set<Path> held) throws IOException {
    if (!held.add(shadow.folder())) {
      return 0;
    }
    boolean emptied =
        whileLocked(
            shadow.folder(),
            held,
            () -> {
              for (Path part : content(shadow.folder())) {
                WholeFolder.delete(part);
              }
            });
    return emptied ? shadow.bytes() : 0;
  }

  private interface Work {
    void run() throws IOException;
  }

  /// Does `work` under the lock of `shadow`, which the caller has put into `held`; false when
  /// somebody has it.
  private static boolean whileLocked(Path shadow, Set<Path> held, Work work) throws IOException {
    FileChannel channel =
        FileChannel.open(
            shadow.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another cache of this process has it: closing the file would give up its lock
    }
    try (channel) {
      if (locked) {
        work.run();
      }
      return locked;
    } finally {
      held.remove(shadow);
    }
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
}
