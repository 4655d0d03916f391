package dev.rustmend.learn;

/// Why the end of an error teaches nothing.
enum Doubt {
  /// Nobody can have read the error: it was gone at once, as while somebody types.
  UNSEEN("gone at once"),
  /// A word was only typed to its end.
  TYPING("typed to the end"),
  /// The code that the error was about is gone, commented out or switched off.
  DELETION("code deleted"),
  /// The code is again what it was before the error came.
  REVERT("reverted"),
  /// Another commit is checked out.
  BRANCH("another branch"),
  /// Many files changed at once, and not in the editor.
  MANY_FILES("many files at once"),
  /// The file is one that a build writes, or that git ignores.
  GENERATED("generated"),
  /// `rustmend fix` wrote it.
  MACHINE("written by fix"),
  /// So much changed that the repair can not be told from the rest.
  LARGE("too much changed"),
  /// What changed is nowhere near the places that rustc named.
  ELSEWHERE("changed elsewhere");

  private final String words;

  Doubt(String words) {
    this.words = words;
  }

  /// The reason in a few words, for a list.
  String words() {
    return words;
  }

  /// The reason for people.
  String sentence() {
    return switch (this) {
      case UNSEEN -> "the error was gone at once, so nobody can have repaired it";
      case TYPING -> "only a word was typed to its end";
      case DELETION -> "the code that the error was about is gone or switched off";
      case REVERT -> "the code is what it was before the error came";
      case BRANCH -> "another commit was checked out meanwhile";
      case MANY_FILES -> "many files changed at once";
      case GENERATED -> "a build writes this file, or git ignores it";
      case MACHINE -> "rustmend itself wrote this repair";
      case LARGE -> "so much changed that the repair can not be told from the rest";
      case ELSEWHERE -> "what changed is not near the places that rustc named";
    };
  }
}
