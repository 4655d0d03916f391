package dev.rustmend.verify;

import java.nio.file.Path;

/// What stands in the shadow for one path of the real tree.
sealed interface Mirrored {

  /// A folder of its own.
  record Folder() implements Mirrored {}

  /// A copy of the real file, which had `stamp` when it was made.
  record Copy(Stamp stamp) implements Mirrored {}

  /// A symbolic link to `target`: the real tree has a link there, or the thing is too large, or too
  /// remote, to be copied. `stamp` is that of the real thing.
  record Link(Path target, Stamp stamp) implements Mirrored {}

  /// The text of an editor or of a patch, which differs from the disk.
  record Text() implements Mirrored {}
}
