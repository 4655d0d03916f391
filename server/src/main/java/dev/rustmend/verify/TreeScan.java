package dev.rustmend.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at the real tree and tells what the shadow should have for it. Reads names and attributes
/// only, never contents.
final class TreeScan extends SimpleFileVisitor<Path> {
  /// Folders that no compilation changes and that may be huge.
  private static final Set<String> LINKED_FOLDERS =
      Set.of(".git", ".hg", ".svn", ".jj", "node_modules", ".venv");

  /// What cargo, rustup and clippy look for in every folder above a package.
  private static final List<String> CONFIGURATION =
      List.of(".cargo", "rust-toolchain", "rust-toolchain.toml", "clippy.toml", ".clippy.toml");

  /// As the size of the largest file to copy: link every file.
  static final long COPY_NOTHING = -1;

  private final ShadowLayout layout;
  private final long largestCopy;
  private final Map<Path, Mirrored> found = new LinkedHashMap<>();

  private TreeScan(ShadowLayout layout, long largestCopy) {
    this.layout = layout;
    this.largestCopy = largestCopy;
  }

  /// Everything that belongs into the shadow, by real path, parents first, with the files of
  /// `borrowed` that are there. Files of more than `largestCopy` bytes are linked.
  static Map<Path, Mirrored> scan(ShadowLayout layout, long largestCopy, Collection<Path> borrowed)
      throws IOException {
    var scan = new TreeScan(layout, largestCopy);
    for (Path folder : layout.mirrored()) {
      scan.ancestors(folder);
      Files.walkFileTree(folder, scan);
    }
    for (Path file : borrowed) {
      scan.borrow(file);
    }
    return scan.found;
  }

  /// A file in a folder that the walk leaves out.
  private void borrow(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      borrowFolder(file.getParent());
      visitFile(file, Files.readAttributes(file, BasicFileAttributes.class));
    }
  }

  private void borrowFolder(@org.jspecify.annotations.Nullable Path folder) {
    if (folder != null && layout.mirrors(folder) && !found.containsKey(folder)) {
      borrowFolder(folder.getParent());
      found.put(folder, new Mirrored.Folder());
    }
  }

  private void ancestors(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (parent == null || found.containsKey(parent)) {
      return;
    }
    ancestors(parent);
    found.put(parent, new Mirrored.Folder());
    if (parent.startsWith(layout.top())) {
      try (var entries = Files.newDirectoryStream(parent)) {
        entries.forEach(this::neighbor);
      }
    } else {
      CONFIGURATION.forEach(name -> neighbor(parent.resolve(name)));
    }
  }

  /// A link to what stands beside, or above, the mirrored folders.
  private void neighbor(Path path) {
    boolean onTheWay = layout.mirrored().stream().anyMatch(folder -> folder.startsWith(path));
    if (!onTheWay && !isTransient(name(path)) && !isReadAnyway(path)) {
      if (Files.isSymbolicLink(path)) {
        addLink(path);
      } else if (Files.exists(path)) {
        found.put(path, borrowed(path));
      }
    }
  }

  /// Whether cargo, working in the shadow, meets this configuration without our help: a second copy
  /// would give every flag of a list twice.
  private boolean isReadAnyway(Path path) {
    Path parent = path.getParent();
    return path.equals(layout.cargoHome())
        || (name(path).equals(".cargo") && parent != null && layout.files().startsWith(parent));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean root = layout.mirrored().contains(folder);
    if (!root && (layout.isOutput(folder) || CacheFolder.isMarked(folder))) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (!root && isLinkedWhole(folder)) {
      found.put(folder, borrowed(folder));
      return FileVisitResult.SKIP_SUBTREE;
    }
    found.put(folder, new Mirrored.Folder());
    return FileVisitResult.CONTINUE;
  }

  /// Folders of `cargo vendor` are linked too: cargo refuses a vendored package that was changed.
  private boolean isLinkedWhole(Path folder) {
    return LINKED_FOLDERS.contains(name(folder))
        || folder.equals(layout.cargoHome())
        || Files.exists(folder.resolve(".cargo-checksum.json"));
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!isTransient(name(file))) {
      if (attributes.isSymbolicLink()) {
        addLink(file);
      } else if (attributes.isRegularFile()) {
        Stamp stamp = Stamp.of(attributes);
        boolean copied = attributes.size() <= largestCopy && Files.isReadable(file);
        found.put(file, copied ? new Mirrored.Copy(stamp) : new Mirrored.Link(file, stamp));
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE; // vanished since it was listed, or not for us to read
  }

  @Override
  public FileVisitResult postVisitDirectory(
      Path folder, @org.jspecify.annotations.Nullable IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  private void addLink(Path link) {
    try {
      found.put(link, link(link));
    } catch (IOException e) {
      found.remove(link); // gone since it was listed
    }
  }

  /// A link that stays inside the shadow is made anew, any other one leads to the real place.
  private Mirrored.Link link(Path link) throws IOException {
    Path target = Files.readSymbolicLink(link);
    Path resolved = link.resolveSibling(target).normalize();
    if (target.isAbsolute()) {
      Path mapped = layout.mirrors(resolved) ? layout.shadow(resolved) : target;
      return new Mirrored.Link(mapped, followed(link));
    }
    boolean inside = resolved.startsWith(layout.top());
    return new Mirrored.Link(inside ? target : resolved, followed(link));
  }

  private static Mirrored.Link borrowed(Path path) {
    return new Mirrored.Link(path, followed(path));
  }

  /// The stamp of a file behind a link, for the compiler reads it; a folder's says nothing.
  private static Stamp followed(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.isRegularFile() ? Stamp.of(attributes) : Stamp.NONE;
    } catch (IOException e) {
      return Stamp.NONE; // a link that leads nowhere is mirrored as one
    }
  }

  /// Files that editors, and rustmend itself, keep beside a file for a moment.
  private static boolean isTransient(String name) {
    return name.endsWith("~")
        || name.endsWith(".swp")
        || name.endsWith(".swx")
        || name.startsWith(".#")
        || name.endsWith(".rustmend-new");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
