package dev.rustmend.repair;

/// A verified fix that the loop left for a person to take, and why: `why` is a verb phrase about
/// the fix, such as ``deletes the literal `2` ``.
public record Withheld(Problem problem, Fix fix, String why) {}
