package dev.rustmend.learn;

/// Why the end of an error teaches nothing.
enum Doubt {
  /// Nobody can have read the error: it was gone at once, as while somebody types.
  UNSEEN,
  /// A word was only typed to its end.
  TYPING,
  /// The code that the error was about is gone, commented out or switched off.
  DELETION,
  /// The code is again what it was before the error came.
  REVERT,
  /// Another commit is checked out.
  BRANCH,
  /// Many files changed at once, and not in the editor.
  MANY_FILES,
  /// The file is one that a build writes, or that git ignores.
  GENERATED,
  /// `rustmend fix` wrote it.
  MACHINE,
  /// So much changed that the repair can not be told from the rest.
  LARGE,
  /// What changed is nowhere near the places that rustc named.
  ELSEWHERE
}
