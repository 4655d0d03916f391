package dev.rustmend.verify;

/// What is known about the shadow workspace's faithfulness to the real one.
public sealed interface Fidelity {

  /// Both give the same diagnostics.
  record Faithful() implements Fidelity {}

  /// Not compared yet.
  record Pending() implements Fidelity {}

  /// They differ, so nothing may be called verified; `why` names the first difference.
  record Differs(String why) implements Fidelity {}
}
