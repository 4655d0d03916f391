package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;

/// A patch to be judged, with the diagnostic it is meant to remove.
public record Trial(Diagnostic target, Patch patch) {}
