package dev.rustmend.verify;

import dev.rustmend.cargo.CargoWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/// Which folders of the real tree the shadow has, and where.
///
/// A path of the real tree keeps its whole absolute path below `files`, so everything stands to
/// everything else as it does in the real tree: `../lib`, `include_str!("../../x")`. `mirrored` are
/// the folders whose files are copied, none inside another. The folders from `top` down to them are
/// made of links to what the real ones hold.
record ShadowLayout(
    Path files, CargoWorkspace workspace, List<Path> mirrored, Path top, Path cargoHome) {

  /// The layout of `workspace`, whose packages may lie outside of its root. `cargoHome` is the
  /// user's own.
  static ShadowLayout of(Path files, CargoWorkspace workspace, Path cargoHome) {
    Path root = workspace.root();
    var all = new TreeSet<>(workspace.packageRoots());
    all.add(root);
    List<Path> outermost =
        all.stream()
            .filter(one -> all.stream().noneMatch(o -> !o.equals(one) && one.startsWith(o)))
            .toList();
    return new ShadowLayout(files, workspace, outermost, top(root, outermost), cargoHome);
  }

  /// The same layout below another folder.
  ShadowLayout at(Path otherFiles) {
    return new ShadowLayout(otherFiles, workspace, mirrored, top, cargoHome);
  }

  /// Where `real`, an absolute path, stands in the shadow.
  Path shadow(Path real) {
    return real.getNameCount() == 0 ? files : files.resolve(real.subpath(0, real.getNameCount()));
  }

  /// The real path of `shadow`, which must lie below `files`.
  Path real(Path shadow) {
    Path root = files.getRoot();
    return shadow.equals(files) ? root : root.resolve(files.relativize(shadow));
  }

  /// Whether `real` lies in a folder whose files are copied.
  boolean mirrors(Path real) {
    return mirrored.stream().anyMatch(real::startsWith);
  }

  /// The root of the Cargo workspace, in the real tree.
  Path root() {
    return workspace.root();
  }

  /// Whether `folder` is where the user's own cargo puts its output.
  boolean isOutput(Path folder) {
    return folder.equals(workspace.targetDirectory()) || folder.equals(workspace.buildDirectory());
  }

  private static Path top(Path root, List<Path> mirrored) {
    Path common = root;
    for (Path folder : mirrored) {
      while (!folder.startsWith(common)) {
        common = parent(common);
      }
    }
    // one level more, for what stands beside the workspace
    Path top = parent(common);
    for (Path folder = root; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return top.startsWith(folder) ? folder : top;
      }
    }
    return top;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
