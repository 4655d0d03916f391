package dev.rustmend.learn;

/// A commit of a git history: its id, when it was made (in milliseconds since 1970), and whether it
/// joins two lines of work.
record Commit(String id, long at, boolean isMerge) {}
