package dev.rustmend.learn;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of the cache in which the commits of one history are checked, for one process at a
/// time.
final class HistoryFolder implements AutoCloseable {
  private final Path folder;
  private final FolderLock lock;

  private HistoryFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Claims the folder for what `key` names. Throws [GitFailure] while another process has it, and
  /// [UncheckedIOException] when it can not be made.
  static HistoryFolder claim(Path cache, Path top, String key) {
    String hash = SourceText.of(top + "\n" + key).sha256().substring(0, 16);
    Path folder = cache.resolve("history").resolve(top.getFileName() + "-" + hash);
    try {
      Files.createDirectories(folder.resolve("tree"));
      FolderLock lock =
          FolderLock.take(folder)
              .orElseThrow(() ->
                  new GitFailure(
                      "another rustmend is learning from the history of %s; wait for its end"
                          .formatted(top)));
      return new HistoryFolder(folder.toRealPath(), lock);
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + " can not be made; make the cache folder writable or name another one", e);
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
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of " + folder + " can not be given back", e);
    }
  }
}
