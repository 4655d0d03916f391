package dev.rustmend.repair;

/// Hears of the steps of the loop of `fix` while it goes on, on the loop's thread.
@FunctionalInterface
public interface FixListener {

  /// A fix is being tried.
  void tried(AuditRecord record);

  /// A language model has given an answer.
  default void answered(ModelSample sample) {}
}
