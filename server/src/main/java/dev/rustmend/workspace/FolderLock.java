package dev.rustmend.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A folder that one process works in at a time, by a lock on the file `lock` in it. It ends with
/// the process, however that ends.
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes `folder`, which is made where it is missing; empty while somebody has it.
  public static Optional<FolderLock> take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new FolderLock(channel));
      }
    } catch (OverlappingFileLockException _) {
      return Optional.empty(); // of this process, whose lock would go if this channel were closed
    }
    channel.close();
    return Optional.empty();
  }

  /// Gives it back.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
