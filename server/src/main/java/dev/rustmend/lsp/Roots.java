package dev.rustmend.lsp;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The folders that the client has opened: cargo runs by itself only for files in them.
///
/// Going to a definition opens files of dependencies and of the standard library; nobody wants
/// those checked, and a build script of a stranger's crate must not run because a file of it was
/// looked at. A client that names no folder gets every file checked but those.
final class Roots {
  private static final List<Path> OF_CARGO =
      List.of(Path.of(".cargo", "registry"), Path.of(".cargo", "git"), Path.of("rustlib", "src"));

  private volatile List<Path> folders = List.of();

  synchronized void change(Collection<Path> added, Collection<Path> removed) {
    folders =
        Stream.concat(folders.stream().filter(folder -> !removed.contains(folder)), added.stream())
            .distinct()
            .toList();
  }

  List<Path> folders() {
    return folders;
  }

  /// Whether `file` may cause a check without being asked for.
  boolean mayCheck(Path file) {
    List<Path> now = folders;
    return now.isEmpty() ? !isOfCargo(file) : now.stream().anyMatch(file::startsWith);
  }

  private static boolean isOfCargo(Path file) {
    return OF_CARGO.stream().anyMatch(part -> contains(file, part));
  }

  private static boolean contains(Path file, Path part) {
    int length = part.getNameCount();
    for (int i = 0; i + length <= file.getNameCount(); i++) {
      if (file.subpath(i, i + length).equals(part)) {
        return true;
      }
    }
    return false;
  }
}
