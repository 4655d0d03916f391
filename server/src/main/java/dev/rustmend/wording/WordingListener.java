package dev.rustmend.wording;

/// Hears of a text while it is written, on a thread of the model's.
public interface WordingListener {
  /// Hears nothing.
  WordingListener NONE = _ -> {};

  /// The last words so far, unchecked and in one line: for a line of progress, and for nothing that
  /// stays.
  void writing(String line);

  /// The next piece of the checked text. All pieces in their order make up [Worded.Text#markdown],
  /// unless the attempt fails. Who waits for the whole text need not listen.
  default void settled(String markdown) {}
}
