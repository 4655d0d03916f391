package dev.rustmend.learn;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder of the cache in which the commits of one history are checked, for one process at a
/// time.
final class HistoryFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private HistoryFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /// Claims the folder for what `key` names. Throws [GitFailure] while another process has it, and
  /// [UncheckedIOException] when it can not be made.
  static HistoryFolder claim(Path cache, Path top, String key) {
    String hash = SourceText.of(top + "\n" + key).sha256().substring(0, 16);
    Path folder = cache.resolve("history").resolve(top.getFileName() + "-" + hash);
    try {
      Files.createDirectories(folder.resolve("tree"));
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new GitFailure(
            "another rustmend is learning from the history of %s; wait for its end".formatted(top));
      }
      return new HistoryFolder(folder.toRealPath(), channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + " can not be made; make the cache folder writable or name another one", e);
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // another thread of this process
    }
  }

  /// Where the files of a commit are.
  Path tree() {
    return folder.resolve("tree");
  }

  /// git's index of that folder.
  Path index() {
    return folder.resolve("index");
  }

  /// The file of the [HistoryNotes].
  Path notes() {
    return folder.resolve("notes.txt");
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of " + folder + " can not be given back", e);
    }
  }
}
