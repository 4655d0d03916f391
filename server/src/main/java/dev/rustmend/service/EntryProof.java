package dev.rustmend.service;

import dev.rustmend.learn.Contribution;

/// Where the compiler's judgment of entries comes from.
@FunctionalInterface
public interface EntryProof {
  /// Looks for a compiler. Throws [ServiceFailure] where there is none.
  Contribution.Proof open() throws InterruptedException;
}
