package dev.rustmend.rustcoder;

/// Whether a program that compiles is also run.
public enum RunRule {
  /// It is not; answers say so.
  NEVER,
  /// It is, in a sandbox, because the operator wants it.
  IN_SANDBOX
}
