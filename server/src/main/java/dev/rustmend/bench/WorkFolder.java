package dev.rustmend.bench;

import dev.rustmend.workspace.FolderLock;
import java.io.IOException;
import java.nio.file.Path;

/// The folder of the cache in which programs are repaired, for one benchmark at a time: two of them
/// would write into the same packages and count each other's repairs.
final class WorkFolder {
  private WorkFolder() {}

  /// Claims `cache`. Throws [IOException] with a sentence for people while another has it.
  static FolderLock claim(Path cache) throws IOException {
    return FolderLock.take(cache)
        .orElseThrow(() ->
            new IOException(
                "another benchmark works in %s; wait for its end, or set RUSTMEND_CACHE_DIR"
                    .formatted(cache)));
  }
}
