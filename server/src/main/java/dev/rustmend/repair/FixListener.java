package dev.rustmend.repair;

/// Hears of the steps of the loop of `fix` while it goes on, on the loop's thread.
@FunctionalInterface
public interface FixListener {

  /// A fix is being tried.
  void tried(AuditRecord record);

  /// All that can be done without a language model is done, and one is asked about what is left;
  /// that may take minutes. `soFar` is what the loop would come to without it: what comes later
  /// builds on its changes.
  default void settled(FixOutcome soFar) throws InterruptedException {}

  /// A language model has given an answer.
  default void answered(ModelSample sample) {}
}
