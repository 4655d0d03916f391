package dev.rustmend.search;

import java.util.Optional;

/// Passages elsewhere that are searched beside an index, such as those of a team. Implementations
/// are safe to use from any thread.
public interface Companion {
  /// Begins to ask and returns at once; empty when nothing is to be had from it at present.
  Optional<Pending> ask(Inquiry inquiry);

  /// The passage with this id; empty for one that it does not have, or does not give in time.
  Optional<Passage> passage(String id) throws InterruptedException;

  /// Why nothing comes from it at present; empty while all is well.
  Optional<String> trouble();

  /// An answer on its way.
  interface Pending {
    /// What was found, waited for as long as the companion allows itself; empty when it took too
    /// long or failed. Answers the same each time.
    Optional<Lookup> found() throws InterruptedException;
  }
}
