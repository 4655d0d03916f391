package dev.rustmend.diagnostic;

import dev.rustmend.text.Patch;

/// One alternative of what rustc proposes: all parts of it are in `patch`, and a child of the JSON
/// that offers five imports has become five suggestions.
///
/// `message` is rustc's help text. `patch` may touch several files and refers to the texts that
/// were compiled.
public record Suggestion(String message, Applicability applicability, Patch patch) {}
