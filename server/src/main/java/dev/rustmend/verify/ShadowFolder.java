package dev.rustmend.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// One folder of a [ShadowCache] that holds the shadow of one Cargo workspace, claimed by one
/// process.
final class ShadowFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel channel;
  private final Runnable release;

  private ShadowFolder(Path root, FileChannel channel, Runnable release) {
    this.root = root;
    this.channel = channel;
    this.release = release;
  }

  /// Claims the folder `root` unless somebody holds it; `release` is run when it is given back.
  static Optional<ShadowFolder> claim(Path root, Runnable release) throws IOException {
    Files.createDirectories(root.resolve("fs"));
    Files.createDirectories(root.resolve("tmp"));
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return Optional.empty();
    }
    Files.writeString(root.resolve("last-used"), Instant.now().toString());
    return Optional.of(new ShadowFolder(root, channel, release));
  }

  /// The folder itself.
  Path root() {
    return root;
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
    release.run();
  }
}
