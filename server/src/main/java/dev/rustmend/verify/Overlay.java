package dev.rustmend.verify;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The texts of editors and patches that lie over the disk's files in a shadow, and what to put
/// back when they go.
///
/// Symbolic links that stay inside the shadow are followed, as the compiler does. A link that leads
/// out of it is never written through: a linked folder is unfolded into links to its entries for as
/// long as one of them is covered.
final class Overlay {
  private static final int MOST_LINKS = 40;

  private final ShadowLayout layout;
  private final ShadowFiles files;
  private final MirrorJournal journal;
  private final Map<Path, Covered> covered = new HashMap<>();
  private final NavigableMap<Path, Path> unfolded = new TreeMap<>();

  Overlay(ShadowLayout layout, ShadowFiles files, MirrorJournal journal) {
    this.layout = layout;
    this.files = files;
    this.journal = journal;
  }

  /// A text over `disk`, which is what to put back. No text is there while one is being written: an
  /// interrupt may have cut it short.
  private record Covered(Optional<SourceText> text, Disk disk) {}

  /// What the disk has for a covered path.
  sealed interface Disk {
    /// Nothing.
    record Nothing() implements Disk {}

    /// A file that is copied.
    record Copied(SourceText text) implements Disk {}

    /// A file that is linked.
    record Linked(Path target) implements Disk {}
  }

  /// What the disk has for `real` when a text covers it.
  Optional<Disk> disk(Path real) {
    return Optional.ofNullable(covered.get(real)).map(Covered::disk);
  }

  /// Records a change on the disk below the text that covers `real`.
  void diskChanged(Path real, Disk disk) {
    covered.computeIfPresent(real, (_, old) -> new Covered(old.text(), disk));
  }

  /// The path under which `path` is mirrored, once links inside the shadow are followed; empty when
  /// it does not belong to the mirrored tree.
  Optional<Path> canonical(Path path) throws IOException {
    Path real = path.toAbsolutePath().normalize();
    Path parent = real.getParent();
    if (!layout.mirrors(real) && parent != null && Files.isDirectory(parent)) {
      real = parent.toRealPath().resolve(path.getFileName());
    }
    return layout.mirrors(real)
        ? Optional.of(layout.real(follow(layout.shadow(real), 0)))
        : Optional.empty();
  }

  private Path follow(Path shadow, int links) throws IOException {
    Path at = layout.files();
    for (Path name : layout.files().relativize(shadow)) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at)) {
        Path target = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
        if (target.startsWith(layout.files()) && links < MOST_LINKS) {
          return follow(target.resolve(at.relativize(shadow)).normalize(), links + 1);
        }
        return shadow;
      }
    }
    return at;
  }

  /// Makes `texts`, by canonical real path, the only ones that lie over the disk. Returns the paths
  /// that show the disk again.
  List<Path> cover(Map<Path, SourceText> texts) throws IOException {
    var bared = new ArrayList<Path>();
    for (var entry : Map.copyOf(covered).entrySet()) {
      if (!texts.containsKey(entry.getKey())) {
        bare(entry.getKey(), entry.getValue().disk());
        bared.add(entry.getKey());
      }
    }
    refold();
    for (var entry : texts.entrySet()) {
      Covered old = covered.get(entry.getKey());
      if (old == null || !old.text().equals(Optional.of(entry.getValue()))) {
        write(entry.getKey(), entry.getValue());
      }
    }
    return bared;
  }

  private void write(Path real, SourceText text) throws IOException {
    Path shadow = layout.shadow(real);
    journal.placed(real, new Placed(new Mirrored.Text(), 0));
    unfoldAbove(shadow);
    journal.flush();
    Covered old = covered.get(real);
    Disk disk = old == null ? disk(shadow, real) : old.disk();
    covered.put(real, new Covered(Optional.empty(), disk));
    files.write(shadow, text.bytes());
    covered.put(real, new Covered(Optional.of(text), disk));
  }

  private Disk disk(Path shadow, Path real) throws IOException {
    if (Files.isSymbolicLink(shadow)) {
      return new Disk.Linked(Files.readSymbolicLink(shadow));
    }
    boolean there = Files.isRegularFile(shadow, LinkOption.NOFOLLOW_LINKS) && Files.exists(real);
    return there ? new Disk.Copied(SourceText.of(Files.readAllBytes(shadow))) : new Disk.Nothing();
  }

  private void unfoldAbove(Path shadow) throws IOException {
    Path at = layout.files();
    for (Path name : layout.files().relativize(shadow.getParent())) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at) && Files.isDirectory(at)) {
        journal.placed(layout.real(at), new Placed(new Mirrored.Text(), 0));
        journal.flush();
        unfolded.put(at, Files.readSymbolicLink(at));
        files.unfold(at);
      }
    }
  }

  private void bare(Path real, Disk disk) throws IOException {
    Path shadow = layout.shadow(real);
    switch (disk) {
      case Disk.Nothing() -> files.delete(shadow);
      case Disk.Copied(SourceText text) -> files.write(shadow, text.bytes());
      case Disk.Linked(Path target) -> files.link(shadow, target);
    }
    journal.forgotten(real);
    covered.remove(real);
  }

  private void refold() throws IOException {
    // the inner ones first: once the outer is a link again, they are out of reach
    for (var entry : List.copyOf(unfolded.descendingMap().entrySet())) {
      Path real = layout.real(entry.getKey());
      if (covered.keySet().stream().noneMatch(path -> path.startsWith(real))) {
        files.link(entry.getKey(), entry.getValue());
        journal.forgotten(real);
        unfolded.remove(entry.getKey());
      }
    }
  }
}
