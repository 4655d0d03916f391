package dev.rustmend.search;

/// What came of writing passages.
public sealed interface UpdateResult {
  /// They are in the index, on the disk, and found from now on. `unchanged` were there already with
  /// the same fingerprint.
  record Written(int added, int replaced, int removed, int unchanged) implements UpdateResult {}

  /// This process may not write: another one does, or the folder can not be written. What must not
  /// be lost has to go to the log.
  record NotTheWriter(String why) implements UpdateResult {}

  /// Writing failed, and the index holds what it held before.
  record Failed(String why) implements UpdateResult {}
}
