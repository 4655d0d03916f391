package dev.rustmend.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;

/// Replaces a file so that a crash at any instant leaves either the old or the new content, whole.
///
/// The new content goes to a hidden file in the same folder, is forced to the disk, gets the old
/// file's permissions and takes its place by a rename. A symbolic link is followed: its target is
/// replaced, the link stays.
public final class AtomicFile {
  private static final String SUFFIX = ".rustmend-new";

  /// How old a file must be before it counts as left behind, and not as one being written.
  private static final Duration A_WHILE = Duration.ofMinutes(10);

  private AtomicFile() {}

  /// Writes `content` to `file`; throws [IOException] when the folder can not be written, and
  /// leaves the old file as it was.
  public static void write(Path file, byte[] content) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file that can be written");
    }
    sweep(folder, target);
    Path fresh = Files.createTempFile(folder, "." + target.getFileName() + ".", SUFFIX);
    try {
      fill(fresh, content, target);
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Makes the file `file`, and the folders above it that are missing, so that a crash at any
  /// instant leaves either no file or the whole one. Throws [FileAlreadyExistsException], and
  /// leaves alone what is there, when somebody else has made it.
  public static void create(Path file, byte[] content) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file that can be written");
    }
    Files.createDirectories(folder);
    sweep(folder, target);
    // not createTempFile, whose files only their owner can read
    String name = "." + target.getFileName() + "." + System.nanoTime() + SUFFIX;
    Path fresh = Files.createFile(folder.resolve(name));
    try {
      fill(fresh, content, fresh);
      placeNew(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// A second name for the file never replaces another; a file system without such names moves it.
  private static void placeNew(Path fresh, Path target) throws IOException {
    try {
      Files.createLink(target, fresh);
    } catch (UnsupportedOperationException e) {
      Files.move(fresh, target);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException e) {
      Files.move(fresh, target);
    }
  }

  private static void fill(Path fresh, byte[] content, Path like) throws IOException {
    try (FileChannel channel =
        FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      copyPermissions(like, fresh);
      channel.force(true);
    }
  }

  /// Deletes what a run that was killed in the middle of writing this file has left beside it.
  private static void sweep(Path folder, Path target) throws IOException {
    String prefix = "." + target.getFileName() + ".";
    FileTime young = FileTime.from(Instant.now().minus(A_WHILE));
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(folder, path -> isLeft(path, prefix, young))) {
      for (Path path : left) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static boolean isLeft(Path path, String prefix, FileTime young) throws IOException {
    String name = path.getFileName().toString();
    return name.startsWith(prefix)
        && name.endsWith(SUFFIX)
        && Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).compareTo(young) < 0;
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null && Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
      view.setPermissions(old.permissions());
    }
  }
}
