package dev.rustmend.diagnostic;

/// rustc's prior for a suggestion. Only a prior: compiling decides.
public enum Applicability {
  MACHINE_APPLICABLE,
  MAYBE_INCORRECT,
  /// The replacement holds a placeholder such as `/* value */` or `todo`, to be filled in.
  HAS_PLACEHOLDERS,
  UNSPECIFIED
}
