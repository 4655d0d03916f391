package dev.rustmend.cargo;

import java.nio.file.Path;
import java.util.function.Predicate;

/// Translates the paths that cargo and rustc print into the user's own.
public interface PathMap {

  /// For a compiler that sees the user's own files: nothing to translate.
  static PathMap unchanged(Predicate<Path> editable) {
    return new PathMap() {
      @Override
      public Path toUser(Path reported) {
        return reported;
      }

      @Override
      public String textToUser(String text) {
        return text;
      }

      @Override
      public boolean editable(Path userPath) {
        return editable.test(userPath);
      }
    };
  }

  /// The user's path for an absolute, normalized path that the compiler reported.
  Path toUser(Path reported);

  /// `text` with every compiler-side path in it replaced by the user's.
  String textToUser(String text);

  /// Whether the user may edit `userPath`: it belongs to a package of the workspace or to a path
  /// dependency, and not to the registry, the standard library or a build's output.
  boolean editable(Path userPath);
}
