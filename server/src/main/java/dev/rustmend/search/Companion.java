package dev.rustmend.search;

import java.util.Optional;

/// Passages elsewhere that are searched beside an index, such as those of a team. Implementations
/// are safe to use from any thread.
public interface Companion {
  /// Begins to ask and returns at once; empty when nothing is to be had from it at present.
  Optional<Pending> ask(Inquiry inquiry);

  /// An answer on its way.
  interface Pending {
    /// What was found, waited for as long as the companion allows itself; empty when it took too
    /// long or failed. Answers the same each time.
    Optional<Lookup> found() throws InterruptedException;
  }
}
