package dev.rustmend.operation;

import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;

/// The public items of other crates, where their sources are on this machine.
@FunctionalInterface
public interface KnownItems {

  /// The crates that the package of `file` may name, the standard library last; none where nothing
  /// is known. The first call for a package may take a second or two.
  List<KnownCrate> crates(Path file, Snapshot snapshot);

  /// Gets ready for questions about the package of `file`, which may take as long.
  default void prepare(Path file, Snapshot snapshot) {}

  /// Knows no crate.
  static KnownItems none() {
    return (_, _) -> List.of();
  }
}
