package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;

/// A patch to be judged, with the diagnostic it is meant to remove and what the patch may do.
public record Trial(Diagnostic target, Patch patch, Licence licence) {

  /// A trial of a patch that the compiler suggested.
  public Trial(Diagnostic target, Patch patch) {
    this(target, patch, Licence.compiler());
  }
}
