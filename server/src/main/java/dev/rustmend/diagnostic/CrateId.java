package dev.rustmend.diagnostic;

/// Which crate of the Cargo workspace was compiled: cargo's package id, the target's name and its
/// kind (`lib`, `bin`, `test`, `example`, `bench`, `custom-build`, `proc-macro`).
public record CrateId(String packageId, String target, String kind) {
  /// What a person would call it: `app` or `app (test)`.
  public String display() {
    return kind.equals("lib") || kind.equals("bin") ? target : target + " (" + kind + ")";
  }
}
