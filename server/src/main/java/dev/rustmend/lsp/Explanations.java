package dev.rustmend.lsp;

import dev.rustmend.repair.Problem;
import dev.rustmend.workspace.Snapshot;
import java.util.Optional;

/// What the server says about an error, as Markdown without tables or HTML, which Helix can not
/// show.
public interface Explanations {

  /// At most forty lines about `problem`, in terms of the code in `snapshot`.
  String hover(Problem problem, Snapshot snapshot);

  /// All there is to say about `problem`.
  String full(Problem problem, Snapshot snapshot);

  /// What an error code means in general; empty for a code that rustc does not know.
  Optional<String> code(String code);
}
