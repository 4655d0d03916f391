package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Phase;

/// Which errors may keep rustc from reporting others: an error of the same phase of the compiler or
/// an earlier one, and any error of another crate, since what depends on that is not compiled.
final class Hiding {
  private Hiding() {}

  /// Whether `other`, which came later, may hide `known`.
  static boolean mayHide(Diagnostic other, Diagnostic known) {
    return other.isError()
        && (!other.crate().equals(known.crate())
            || Phase.of(other).compareTo(Phase.of(known)) <= 0);
  }
}
