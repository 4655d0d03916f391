package dev.rustmend.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// Replaces a file so that a crash at any instant leaves either the old or the new content, whole.
///
/// The new content goes to a hidden file in the same folder, is forced to the disk, gets the old
/// file's permissions and takes its place by a rename. A symbolic link is followed: its target is
/// replaced, the link stays.
public final class AtomicFile {
  private static final String SUFFIX = ".rustmend-new";

  private AtomicFile() {}

  /// Writes `content` to `file`; throws [IOException] when the folder can not be written, and
  /// leaves the old file as it was.
  public static void write(Path file, byte[] content) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file that can be written");
    }
    Path fresh = Files.createTempFile(folder, "." + target.getFileName() + ".", SUFFIX);
    try {
      try (FileChannel channel =
          FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        copyPermissions(target, fresh);
        channel.force(true);
      }
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null && Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
      view.setPermissions(old.permissions());
    }
  }
}
