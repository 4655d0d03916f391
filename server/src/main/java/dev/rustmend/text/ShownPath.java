package dev.rustmend.text;

import java.nio.file.Path;

/// How a file is called in what people read.
public final class ShownPath {
  private ShownPath() {}

  /// The path of `file` below `root`; its name where it is the root itself, as a file without a
  /// package is; the whole path of a file elsewhere.
  public static String of(Path file, Path root) {
    Path shown = file.startsWith(root) ? root.relativize(file) : file;
    return (file.equals(root) ? root.getFileName() : shown).toString();
  }
}
