package dev.rustmend.verify;

import dev.rustmend.workspace.Snapshot;
import java.util.Optional;

/// Looks at a patch before it is compiled, and may hold it back.
public interface PatchGuard {

  /// What is wrong with the patch of `trial`, as a verb phrase about it such as ``deletes the
  /// function `f` ``; empty when it may be compiled. `snapshot` holds the texts before the patch.
  Optional<String> objection(Trial trial, Snapshot snapshot);
}
