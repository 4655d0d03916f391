package dev.rustmend.verify;

import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/// The only hand that changes the files of a shadow.
///
/// Every file is written elsewhere and renamed into its place. Nothing is ever written or deleted
/// through a symbolic link: the folders above a place must be the shadow's own, or an [IOException]
/// says so. Methods that write a file return its modification time in nanoseconds.
final class ShadowFiles {
  private final Path root;
  private final Path scratch;
  private final ModificationClock clock;
  private long written;

  /// For the files below `root`, a path without symbolic links; `scratch` is a folder on the same
  /// file system.
  ShadowFiles(Path root, Path scratch, ModificationClock clock) {
    this.root = root;
    this.scratch = scratch;
    this.clock = clock;
  }

  /// Copies `real` with its permissions and its modification time; a file that stands there already
  /// is replaced by a younger one.
  long copy(Path real, Path shadow) throws IOException {
    requireOwn(shadow);
    Path fresh = fresh();
    Files.copy(real, fresh, StandardCopyOption.COPY_ATTRIBUTES);
    if (exists(shadow)) {
      Files.setLastModifiedTime(fresh, clock.after(modified(shadow)));
    }
    return moveInto(fresh, shadow);
  }

  /// Copies `real` with its permissions and a new modification time.
  long copyAsNew(Path real, Path shadow) throws IOException {
    requireOwn(shadow);
    Path fresh = fresh();
    Files.copy(real, fresh, StandardCopyOption.COPY_ATTRIBUTES);
    FileTime own = Files.getLastModifiedTime(fresh);
    FileTime old = exists(shadow) ? modified(shadow) : own;
    Files.setLastModifiedTime(fresh, clock.after(own.compareTo(old) > 0 ? own : old));
    return moveInto(fresh, shadow);
  }

  /// Writes `content`, with the permissions of the file that it replaces and a younger time.
  long write(Path shadow, byte[] content) throws IOException {
    Path parent = shadow.getParent();
    if (parent != null && !exists(parent)) {
      folder(parent);
    }
    requireOwn(shadow);
    Path fresh = fresh();
    boolean replaces = Files.isRegularFile(shadow, LinkOption.NOFOLLOW_LINKS);
    if (replaces) {
      Files.copy(shadow, fresh, StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.write(fresh, content);
    Files.setLastModifiedTime(fresh, replaces ? clock.after(modified(shadow)) : clock.next());
    return moveInto(fresh, shadow);
  }

  /// Makes a symbolic link to `target` in place of whatever stands there.
  void link(Path shadow, Path target) throws IOException {
    requireOwn(shadow);
    Path fresh = fresh();
    Files.createSymbolicLink(fresh, target);
    moveInto(fresh, shadow);
  }

  /// Makes a folder, and those above it; what stands there and is none is deleted.
  void folder(Path shadow) throws IOException {
    if (shadow.equals(root) || Files.isDirectory(shadow, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path parent = shadow.getParent();
    if (parent == null || !shadow.startsWith(root)) {
      throw new IOException(shadow + " is not in the shadow workspace");
    }
    folder(parent);
    requireOwn(shadow);
    Files.deleteIfExists(shadow);
    Files.createDirectory(shadow);
  }

  /// Deletes a file, a link, or a folder with all that the shadow has in it.
  void delete(Path shadow) throws IOException {
    if (exists(shadow)) {
      requireOwn(shadow);
      WholeFolder.delete(shadow);
    }
  }

  /// Deletes a folder when nothing is in it: what a build script put there stays.
  void deleteIfEmpty(Path shadow) throws IOException {
    requireOwn(shadow);
    try {
      Files.deleteIfExists(shadow);
    } catch (DirectoryNotEmptyException e) {
      // a build script's work, to be left alone
      return;
    }
  }

  /// Replaces a link to a folder by a folder of links to what that one holds, so that one of them
  /// can be replaced in turn.
  void unfold(Path link) throws IOException {
    requireOwn(link);
    Path fresh = fresh();
    Files.createDirectory(fresh);
    try (var entries = Files.newDirectoryStream(link.toRealPath())) {
      for (Path entry : entries) {
        Files.createSymbolicLink(fresh.resolve(entry.getFileName()), entry);
      }
    }
    moveInto(fresh, link);
  }

  static boolean exists(Path shadow) {
    return Files.exists(shadow, LinkOption.NOFOLLOW_LINKS);
  }

  /// The modification time of a file or link itself, in nanoseconds since 1970.
  static long modifiedNanos(Path shadow) throws IOException {
    return modified(shadow).to(TimeUnit.NANOSECONDS);
  }

  private static FileTime modified(Path shadow) throws IOException {
    return Files.getLastModifiedTime(shadow, LinkOption.NOFOLLOW_LINKS);
  }

  private void requireOwn(Path shadow) throws IOException {
    Path parent = shadow.getParent();
    if (parent == null || !parent.startsWith(root) || !parent.toRealPath().equals(parent)) {
      throw new IOException(shadow + " is not in the shadow workspace");
    }
  }

  private Path fresh() throws IOException {
    written++;
    Path fresh = scratch.resolve(Long.toString(written));
    WholeFolder.delete(fresh);
    return fresh;
  }

  private static long moveInto(Path fresh, Path shadow) throws IOException {
    if (Files.isDirectory(shadow, LinkOption.NOFOLLOW_LINKS)) {
      WholeFolder.delete(shadow);
    } else if (Files.isDirectory(fresh, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(shadow); // a folder can not be renamed over a link
    }
    Files.move(fresh, shadow, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return modifiedNanos(shadow);
  }
}
