package dev.rustmend.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A shadow on the disk: the workspace that it is for, its size in bytes, when a session last took
/// it, and whether one has it now.
public record CachedShadow(
    Path folder, Path workspace, long bytes, Instant lastUsed, boolean inUse) {

  /// Whether the workspace is not there any more.
  public boolean isOrphan() {
    return !Files.isDirectory(workspace);
  }
}
