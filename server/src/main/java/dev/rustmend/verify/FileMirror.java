package dev.rustmend.verify;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps the files of the shadow like those of the real tree: [#refresh] follows the disk, the
/// [Overlay] puts the texts of editors and patches over it.
///
/// A file whose content did not change keeps its modification time; any other gets a new one, later
/// than all before. Files that a build script wrote into the shadow are left alone until the real
/// file changes. Not safe for several threads at once.
final class FileMirror implements AutoCloseable {
  /// Files up to this many bytes are copied, so that a build script that writes into its own
  /// sources never reaches the user's; larger ones are linked.
  static final long LARGEST_COPY = 1 << 20;

  private final ShadowLayout layout;
  private final ShadowFiles files;
  private final MirrorJournal journal;
  private final Map<Path, Placed> placed;
  private final Overlay overlay;
  private final ContentIds ids = new ContentIds();
  private boolean neighborsChanged;
  private final Map<Path, String> hashes = new HashMap<>();

  private final Path borrowedList;
  private final Set<Path> borrowed;

  private FileMirror(
      ShadowLayout layout,
      ShadowFiles files,
      MirrorJournal journal,
      Map<Path, Placed> placed,
      Path borrowedList)
      throws IOException {
    this.borrowedList = borrowedList;
    this.borrowed = Borrowed.read(borrowedList);
    this.layout = layout;
    this.files = files;
    this.journal = journal;
    this.placed = placed;
    this.overlay = new Overlay(layout, files, journal);
  }

  /// A mirror that goes on with what earlier sessions left in `folder`, and follows the disk once.
  static FileMirror open(ShadowLayout layout, ShadowFolder folder) throws IOException {
    MirrorJournal journal = MirrorJournal.open(folder.resolve("journal"));
    var placed = new HashMap<>(journal.entries());
    placed.keySet().removeIf(real -> !ShadowFiles.exists(layout.shadow(real)));
    long last = placed.values().stream().mapToLong(Placed::modified).max().orElse(0);
    Instant now = Instant.now();
    Instant latest = Instant.EPOCH.plusNanos(last);
    var clock = new ModificationClock(latest.isAfter(now) ? now : latest);
    var files = new ShadowFiles(layout.files(), folder.scratch(), clock);
    var mirror = new FileMirror(layout, files, journal, placed, folder.resolve("borrowed"));
    mirror.refresh();
    mirror.ids.beginSession();
    return mirror;
  }

  /// Follows what happened in the real tree since the last time.
  void refresh() throws IOException {
    boolean first = placed.isEmpty();
    Map<Path, Mirrored> wanted = TreeScan.scan(layout, LARGEST_COPY, borrowed);
    List<Path> gone = placed.keySet().stream().filter(path -> !wanted.containsKey(path)).toList();
    for (Path real : gone.stream().sorted(Comparator.reverseOrder()).toList()) {
      remove(real);
    }
    for (var entry : wanted.entrySet()) {
      Placed old = placed.get(entry.getKey());
      if (old == null || !old.what().equals(entry.getValue())) {
        follow(entry.getKey(), entry.getValue(), first ? Age.AS_REAL : Age.NEW);
      }
    }
    journal.flush();
  }

  /// Mirrors single files of folders that are left out otherwise, now and from now on.
  void borrow(Collection<Path> real) throws IOException {
    borrowed.addAll(real);
    Borrowed.write(borrowedList, borrowed);
    for (var entry : TreeScan.scan(layout, LARGEST_COPY, real).entrySet()) {
      if (!placed.containsKey(entry.getKey()) && leadsTo(entry.getKey(), real)) {
        follow(entry.getKey(), entry.getValue(), Age.NEW);
      }
    }
    journal.flush();
  }

  private static boolean leadsTo(Path path, Collection<Path> files) {
    return files.stream().anyMatch(file -> file.startsWith(path));
  }

  /// The files that were borrowed.
  Set<Path> borrowed() {
    return Set.copyOf(borrowed);
  }

  /// Which modification time a copy gets.
  private enum Age {
    AS_REAL,
    NEW
  }

  /// Whether something beside or above the mirrored folders changed since this was last asked: a
  /// program may read it, so what the compiler said before may be out of date.
  boolean takeNeighborsChanged() {
    boolean changed = neighborsChanged;
    neighborsChanged = false;
    return changed;
  }

  /// What the shadow has for the disk, by real path.
  Map<Path, Placed> placed() {
    return Map.copyOf(placed);
  }

  /// Real paths whose place in the shadow was written by somebody else, which must have been a
  /// build; lock files are left out.
  Set<Path> written() throws IOException {
    return BuildTraces.find(layout, placed);
  }

  /// The files of `texts` that belong to the mirrored tree and differ from the disk as of the last
  /// [#refresh], by the path where they really stand.
  Map<Path, SourceText> effective(Map<Path, SourceText> texts) throws IOException {
    var effective = new HashMap<Path, SourceText>();
    for (var entry : texts.entrySet()) {
      Optional<Path> real = overlay.canonical(entry.getKey());
      if (real.isPresent() && !hash(real.get()).equals(entry.getValue().sha256())) {
        effective.put(real.get(), entry.getValue());
      }
    }
    return effective;
  }

  /// When the youngest file of the real tree was changed, as of the last [#refresh]. A `Cargo.lock`
  /// does not count: a run of cargo may have written it itself.
  Instant newest() {
    long newest =
        placed.entrySet().stream()
            .filter(entry -> !entry.getKey().endsWith("Cargo.lock"))
            .mapToLong(entry -> modified(entry.getValue().what()))
            .max()
            .orElse(0);
    return Instant.EPOCH.plusNanos(newest);
  }

  private static long modified(Mirrored what) {
    return switch (what) {
      case Mirrored.Copy(Stamp stamp) -> stamp.modified();
      case Mirrored.Link(_, Stamp stamp) -> stamp.modified();
      case Mirrored.Folder _, Mirrored.Text _ -> 0;
    };
  }

  /// The key of the state with `effective` over the disk.
  StateKey key(Map<Path, SourceText> effective) {
    var texts = new HashMap<Path, String>();
    effective.forEach((path, text) -> texts.put(path, text.sha256()));
    return ids.key(texts);
  }

  /// Puts `effective` over the disk, and takes away what was over it before. Returns the paths that
  /// show the disk again.
  List<Path> cover(Map<Path, SourceText> effective) throws IOException {
    List<Path> bared = overlay.cover(effective);
    for (Path real : bared) {
      Placed disk = placed.get(real);
      if (disk != null) {
        record(real, disk.what(), ShadowFiles.modifiedNanos(layout.shadow(real)));
      }
    }
    journal.flush();
    return bared;
  }

  /// Copies the real file once more, whatever a build or cargo made of the copy.
  void restore(Path real) throws IOException {
    Placed old = placed.get(real);
    if (old != null && old.what() instanceof Mirrored.Copy && overlay.disk(real).isEmpty()) {
      record(real, old.what(), files.copyAsNew(real, layout.shadow(real)));
      journal.flush();
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }

  private void remove(Path real) throws IOException {
    String before = id(real);
    Placed old = placed.remove(real);
    if (overlay.disk(real).isPresent()) {
      overlay.diskChanged(real, new Overlay.Disk.Nothing());
    } else if (old != null && old.what() instanceof Mirrored.Folder) {
      files.deleteIfEmpty(layout.shadow(real));
    } else {
      files.delete(layout.shadow(real));
    }
    journal.forgotten(real);
    hashes.remove(real);
    changed(real, before, ContentIds.ABSENT);
  }

  /// Notes a change for the keys of states. What stands beside or above the mirrored folders is no
  /// part of a key: other programs write there all the time, as in a folder for temporary files.
  private void changed(Path real, String before, String after) {
    if (layout.mirrored().stream().anyMatch(real::startsWith)) {
      ids.changed(real, before, after);
    } else if (ids.inSession()) {
      neighborsChanged = true;
    }
  }

  private void follow(Path real, Mirrored what, Age age) throws IOException {
    String before = id(real);
    try {
      switch (what) {
        case Mirrored.Copy _ -> copy(real, what, age);
        case Mirrored.Link(Path target, _) -> link(real, what, target);
        case Mirrored.Folder() -> {
          files.folder(layout.shadow(real));
          record(real, what, 0);
        }
        case Mirrored.Text() -> throw new IllegalStateException("a scan finds no editor's text");
      }
    } catch (NoSuchFileException e) {
      return; // deleted since the scan; the next one tells
    }
    hashes.remove(real);
    changed(real, before, id(real));
  }

  private void copy(Path real, Mirrored what, Age age) throws IOException {
    Path shadow = layout.shadow(real);
    Placed old = placed.get(real);
    if (overlay.disk(real).isPresent()) {
      var text = SourceText.of(Files.readAllBytes(real));
      overlay.diskChanged(real, new Overlay.Disk.Copied(text));
      placed.put(real, new Placed(what, 0));
    } else if (old != null
        && old.what() instanceof Mirrored.Copy
        && Files.mismatch(real, shadow) == -1) {
      record(real, what, old.modified());
    } else {
      record(
          real,
          what,
          switch (age) {
            case AS_REAL -> files.copy(real, shadow);
            case NEW -> files.copyAsNew(real, shadow);
          });
    }
  }

  private void link(Path real, Mirrored what, Path target) throws IOException {
    if (overlay.disk(real).isPresent()) {
      overlay.diskChanged(real, new Overlay.Disk.Linked(target));
      placed.put(real, new Placed(what, 0));
    } else {
      files.link(layout.shadow(real), target);
      record(real, what, 0);
    }
  }

  private void record(Path real, Mirrored what, long modified) throws IOException {
    var now = new Placed(what, modified);
    placed.put(real, now);
    journal.placed(real, now);
  }

  /// What distinguishes the disk's content of `real` from any other.
  private String id(Path real) throws IOException {
    Placed now = placed.get(real);
    if (now == null || !ids.inSession()) {
      return ContentIds.ABSENT;
    }
    return switch (now.what()) {
      case Mirrored.Copy _ -> hash(real);
      case Mirrored.Link link -> link.toString();
      case Mirrored.Folder folder -> folder.toString();
      case Mirrored.Text() -> ContentIds.ABSENT;
    };
  }

  /// The SHA-256 of what the disk has for `real`, as of the last refresh.
  private String hash(Path real) throws IOException {
    return switch (overlay.disk(real).orElse(null)) {
      case Overlay.Disk.Copied(SourceText text) -> text.sha256();
      case Overlay.Disk.Linked _, Overlay.Disk.Nothing _ -> ContentIds.ABSENT;
      case null -> {
        String known = hashes.get(real);
        if (known == null) {
          known = bareHash(real);
          hashes.put(real, known);
        }
        yield known;
      }
    };
  }

  /// A copy that a build script wrote over is not what the disk has.
  private String bareHash(Path real) throws IOException {
    Path shadow = layout.shadow(real);
    Placed now = placed.get(real);
    if (!Files.isRegularFile(shadow)) {
      return ContentIds.ABSENT;
    }
    boolean written =
        now != null
            && now.what() instanceof Mirrored.Copy
            && ShadowFiles.modifiedNanos(shadow) != now.modified();
    return SourceText.of(Files.readAllBytes(written ? real : shadow)).sha256();
  }
}
