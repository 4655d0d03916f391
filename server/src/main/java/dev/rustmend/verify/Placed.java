package dev.rustmend.verify;

/// A thing that was put into the shadow, and the modification time that it was given, in
/// nanoseconds since 1970. A file that has another time since was written by a build script.
record Placed(Mirrored what, long modified) {}
