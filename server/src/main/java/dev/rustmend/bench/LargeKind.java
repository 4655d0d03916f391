package dev.rustmend.bench;

/// The projects of `bench large`, each of them hard in another way.
public enum LargeKind {
  /// A Cargo workspace of 50 crates and about 500,000 lines.
  WORKSPACE("workspace"),
  /// A crate with one file of about 20,000 lines.
  FILE("file"),
  /// A crate with 2,000 errors at once.
  ERRORS("errors"),
  /// A crate whose macros write 6,400 functions and bodies.
  MACROS("macros"),
  /// A crate whose build script takes seconds.
  BUILD_SCRIPT("build-script");

  private final String word;

  LargeKind(String word) {
    this.word = word;
  }

  /// The word used on the command line and in reports.
  public String word() {
    return word;
  }
}
