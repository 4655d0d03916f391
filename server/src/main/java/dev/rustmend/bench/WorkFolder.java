package dev.rustmend.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The folder of the cache in which programs are repaired, for one benchmark at a time: two of them
/// would write into the same packages and count each other's repairs.
final class WorkFolder implements AutoCloseable {
  private final FileChannel channel;

  private WorkFolder(FileChannel channel) {
    this.channel = channel;
  }

  /// Claims `cache`. Throws [IOException] with a sentence for people while another has it.
  static WorkFolder claim(Path cache) throws IOException {
    Files.createDirectories(cache);
    FileChannel channel =
        FileChannel.open(
            cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException(
          "another benchmark works in %s; wait for its end, or set RUSTMEND_CACHE_DIR"
              .formatted(cache));
    }
    return new WorkFolder(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // another thread of this process
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
