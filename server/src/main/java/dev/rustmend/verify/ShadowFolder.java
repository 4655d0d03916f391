package dev.rustmend.verify;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One folder in the cache that holds the shadow of one Cargo workspace, claimed by one process.
///
/// Its name is made of the real root's name and a hash of its path. A second claim of the same
/// root, by this or another process, gets a folder of its own with a number behind the name.
final class ShadowFolder implements AutoCloseable {
  private static final int MOST_COPIES = 16;

  /// POSIX drops a process's lock on a file as soon as the process closes any handle of that file,
  /// so this process must not even open the lock file of a folder that it holds.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final FileChannel channel;

  private ShadowFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /// Claims a folder below `cache` for the workspace at `realRoot`.
  static ShadowFolder claim(Path cache, Path realRoot) throws IOException {
    Path shadows = CacheFolder.prepare(cache).resolve("shadow");
    String name =
        realRoot.getFileName() + "-" + SourceText.of(realRoot.toString()).sha256().substring(0, 16);
    for (int copy = 1; copy <= MOST_COPIES; copy++) {
      Path folder = shadows.resolve(copy == 1 ? name : name + "-" + copy);
      Optional<ShadowFolder> claimed = tryClaim(folder);
      if (claimed.isPresent()) {
        Files.writeString(folder.resolve("last-used"), Instant.now().toString());
        Files.writeString(folder.resolve("real-root"), realRoot.toString());
        return claimed.get();
      }
    }
    throw new IOException(
        "%d processes already work on %s; end one of them".formatted(MOST_COPIES, realRoot));
  }

  /// The mirrored file system: a file's whole absolute path follows below it.
  Path files() {
    return root.resolve("fs");
  }

  /// The target directory of all checks in the shadow.
  Path target() {
    return root.resolve("target");
  }

  /// A folder on the same file system where new files are written before they are renamed.
  Path scratch() {
    return root.resolve("tmp");
  }

  /// A file or folder of the given name beside the ones above.
  Path resolve(String name) {
    return root.resolve(name);
  }

  /// Gives the folder back; its content stays for the next session.
  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(root);
  }

  private static Optional<ShadowFolder> tryClaim(Path folder) throws IOException {
    if (!HELD_HERE.add(folder)) {
      return Optional.empty();
    }
    Optional<FileChannel> lock = Optional.empty();
    try {
      Files.createDirectories(folder.resolve("fs"));
      Files.createDirectories(folder.resolve("tmp"));
      lock = tryLock(folder.resolve("lock"));
    } finally {
      if (lock.isEmpty()) {
        HELD_HERE.remove(folder);
      }
    }
    return lock.map(channel -> new ShadowFolder(folder, channel));
  }

  private static Optional<FileChannel> tryLock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(channel);
  }
}
