package dev.rustmend.submission;

/// What whoever runs rustmend allows besides compiling in a sandbox.
public enum Permission {
  /// Nothing: code that runs while a program is compiled (build scripts, procedural macros of the
  /// submission) is compiled in a sandbox only.
  CONFINED_CODE,
  /// Such code may run without a sandbox too, within the limits on processes.
  ANY_CODE
}
