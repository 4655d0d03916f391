package dev.rustmend.workspace;

import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The open buffers of the editor. One of the few mutable classes; every method is safe to call
/// from any thread.
public final class Workspace {
  private final Map<Path, Buffer> buffers = new HashMap<>();
  private long generation;
  private Optional<Path> front = Optional.empty();

  /// Records that the editor opened or changed a file.
  public synchronized void put(Path path, int version, SourceText text) {
    buffers.put(path, new Buffer(path, version, text));
    front = Optional.of(path);
    generation++;
  }

  /// Records that the editor closed a file: the disk counts again.
  public synchronized void close(Path path) {
    buffers.remove(path);
    front = front.filter(file -> !file.equals(path));
    generation++;
  }

  public synchronized Optional<Buffer> buffer(Path path) {
    return Optional.ofNullable(buffers.get(path));
  }

  /// The buffers as they are now, frozen.
  public synchronized Snapshot snapshot() {
    return Snapshot.of(generation, buffers, front);
  }
}
