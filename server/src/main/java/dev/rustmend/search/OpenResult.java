package dev.rustmend.search;

/// What came of opening an index. Whoever opens it must look whether to fill it.
public sealed interface OpenResult {
  /// The index is ours to read and to write. A new one is empty.
  record Opened(SearchIndex index) implements OpenResult {}

  /// What was there could not be used and was thrown away: the index is ours, and empty. It has to
  /// be filled again from the entries, the documentation and the log of what was learned.
  record Rebuilt(SearchIndex index, String why) implements OpenResult {}

  /// Another process writes this index, or nobody can. It can be searched, and sees what the other
  /// one commits.
  record ReadOnly(SearchIndex index, String why) implements OpenResult {}

  /// There is nothing to search in.
  record Unavailable(String why) implements OpenResult {}
}
