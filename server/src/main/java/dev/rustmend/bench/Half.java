package dev.rustmend.bench;

import dev.rustmend.text.SourceText;

/// The two halves of the development set. Rules and recipes are tuned on one half only, so that the
/// other says how well they carry over.
public enum Half {
  TUNE("tune"),
  HELD_OUT("heldout");

  private final String word;

  Half(String word) {
    this.word = word;
  }

  /// The word used on the command line and in reports.
  public String word() {
    return word;
  }

  /// The half of the program with this id: it hangs on the id's SHA-256 alone, so a program never
  /// changes sides.
  static Half of(String id) {
    int lastDigit = Character.digit(SourceText.of(id).sha256().charAt(63), 16);
    return lastDigit % 2 == 0 ? TUNE : HELD_OUT;
  }
}
