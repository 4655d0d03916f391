package dev.rustmend.workspace;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// The user's files as the editor sees them at one moment: open buffers first, then the disk.
///
/// A file that no buffer holds is read once, on first use, and remembered, so that one snapshot
/// never gives two different texts for one path.
public final class Snapshot {
  private final long version;
  private final Map<Path, Buffer> buffers;
  private final Optional<Path> front;
  private final Map<Path, SourceText> overlay;
  private final ConcurrentMap<Path, Optional<SourceText>> disk;

  private Snapshot(
      long version,
      Map<Path, Buffer> buffers,
      Optional<Path> front,
      Map<Path, SourceText> overlay,
      ConcurrentMap<Path, Optional<SourceText>> disk) {
    this.version = version;
    this.buffers = Map.copyOf(buffers);
    this.front = front;
    this.overlay = Map.copyOf(overlay);
    this.disk = disk;
  }

  static Snapshot of(long version, Map<Path, Buffer> buffers, Optional<Path> front) {
    var texts = new HashMap<Path, SourceText>();
    buffers.forEach((path, buffer) -> texts.put(path, buffer.text()));
    return new Snapshot(version, buffers, front, texts, new ConcurrentHashMap<>());
  }

  /// A snapshot of the disk alone, with no open buffer.
  public static Snapshot ofDisk() {
    return of(0, Map.of(), Optional.empty());
  }

  /// Grows with every change of a buffer; snapshots made by [#with] keep it.
  public long version() {
    return version;
  }

  /// The open buffer of `path`, for its version number.
  public Optional<Buffer> buffer(Path path) {
    return Optional.ofNullable(buffers.get(path));
  }

  /// The open file that was opened or edited last: most likely somebody looks at it.
  public Optional<Path> front() {
    return front;
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

  /// The text that the edits of `patch` for `file` are for: that of the file, or no text where the
  /// patch makes it. Empty when the file that it edits is not there, or the one that it makes is.
  public Optional<SourceText> read(Path file, Patch patch) {
    Optional<SourceText> text = read(file);
    if (!patch.creates(file)) {
      return text;
    }
    return text.isPresent() ? Optional.empty() : Optional.of(SourceText.of(""));
  }

  /// The names of the files and folders in `folder`, sorted: those on the disk now, and those that
  /// a buffer or a patch has there. None when it can not be read.
  public SortedSet<String> names(Path folder) {
    var names = new TreeSet<String>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (IOException | UncheckedIOException _) {
      // what the overlay has is there all the same
    }
    overlay.keySet().stream()
        .filter(path -> path.startsWith(folder) && !path.equals(folder))
        .map(path -> folder.relativize(path).getName(0).toString())
        .forEach(names::add);
    return names;
  }

  /// This snapshot with `patch` made. Throws [IllegalArgumentException] when the patch touches a
  /// file that can not be read, makes one that is there, or has an offset past the end.
  public Snapshot with(Patch patch) {
    var texts = new HashMap<>(overlay);
    for (Path file : patch.files()) {
      SourceText text =
          read(file, patch)
              .orElseThrow(() -> new IllegalArgumentException("the patch does not fit " + file));
      texts.put(file, patch.apply(file, text));
    }
    return new Snapshot(version, buffers, front, texts, disk);
  }

  private static Optional<SourceText> readDisk(Path path) {
    try {
      return Optional.of(SourceText.of(Files.readAllBytes(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
