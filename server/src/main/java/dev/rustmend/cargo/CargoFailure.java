package dev.rustmend.cargo;

/// Why cargo could not run the compiler: one sentence for people (what is wrong, what to do), and
/// what cargo printed.
public record CargoFailure(Kind kind, String sentence, String detail) {

  /// The causes that are told apart.
  public enum Kind {
    NO_CARGO,
    NO_MANIFEST,
    BAD_MANIFEST,
    RESOLVE,
    OFFLINE,
    LOCKED,
    MISSING_TOOLCHAIN,
    MISSING_COMPONENT,
    BUILD_SCRIPT,
    TIME_LIMIT,
    OTHER
  }
}
