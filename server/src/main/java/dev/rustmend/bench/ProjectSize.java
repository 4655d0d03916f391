package dev.rustmend.bench;

/// The projects that `bench latency` generates.
public enum ProjectSize {
  /// One crate of about 300 lines.
  SMALL("small"),
  /// One crate of about 20,000 lines in 84 modules.
  MEDIUM("medium"),
  /// A Cargo workspace of eight crates that depend on one another.
  MULTI("multi-crate");

  private final String word;

  ProjectSize(String word) {
    this.word = word;
  }

  /// The word used on the command line and in reports.
  public String word() {
    return word;
  }
}
