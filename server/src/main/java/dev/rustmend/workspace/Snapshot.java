package dev.rustmend.workspace;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The user's files as the editor sees them at one moment: open buffers first, then the disk.
///
/// A file that no buffer holds is read once, on first use, and remembered, so that one snapshot
/// never gives two different texts for one path.
public final class Snapshot {
  private final long version;
  private final Map<Path, Buffer> buffers;
  private final Map<Path, SourceText> overlay;
  private final ConcurrentMap<Path, Optional<SourceText>> disk;

  private Snapshot(
      long version,
      Map<Path, Buffer> buffers,
      Map<Path, SourceText> overlay,
      ConcurrentMap<Path, Optional<SourceText>> disk) {
    this.version = version;
    this.buffers = Map.copyOf(buffers);
    this.overlay = Map.copyOf(overlay);
    this.disk = disk;
  }

  static Snapshot of(long version, Map<Path, Buffer> buffers) {
    var texts = new HashMap<Path, SourceText>();
    buffers.forEach((path, buffer) -> texts.put(path, buffer.text()));
    return new Snapshot(version, buffers, texts, new ConcurrentHashMap<>());
  }

  /// A snapshot of the disk alone, with no open buffer.
  public static Snapshot ofDisk() {
    return of(0, Map.of());
  }

  /// Grows with every change of a buffer; snapshots made by [#with] keep it.
  public long version() {
    return version;
  }

  /// The open buffer of `path`, for its version number.
  public Optional<Buffer> buffer(Path path) {
    return Optional.ofNullable(buffers.get(path));
  }

  /// All texts that may differ from the disk: open buffers, and files that a patch changed.
  public Map<Path, SourceText> overlay() {
    return overlay;
  }

  /// The text of `path`, or empty when there is no such file or it can not be read.
  public Optional<SourceText> read(Path path) {
    SourceText open = overlay.get(path);
    return open != null ? Optional.of(open) : disk.computeIfAbsent(path, Snapshot::readDisk);
  }

  /// This snapshot with `patch` made. Throws [IllegalArgumentException] when the patch touches a
  /// file that can not be read or an offset past its end.
  public Snapshot with(Patch patch) {
    var texts = new HashMap<>(overlay);
    for (Path file : patch.files()) {
      SourceText text =
          read(file).orElseThrow(() -> new IllegalArgumentException("there is no file " + file));
      texts.put(file, patch.apply(file, text));
    }
    return new Snapshot(version, buffers, texts, disk);
  }

  private static Optional<SourceText> readDisk(Path path) {
    try {
      return Optional.of(SourceText.of(Files.readAllBytes(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
