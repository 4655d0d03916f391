package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;

/// A proposed and unchecked patch for `target`. `title` is an imperative sentence without a final
/// stop; it is what the menu shows.
public record Candidate(
    Diagnostic target, String title, Patch patch, Origin origin, Applicability applicability) {}
