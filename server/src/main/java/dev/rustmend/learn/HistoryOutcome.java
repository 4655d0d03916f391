package dev.rustmend.learn;

import java.util.Map;

/// What came of learning from a git history.
///
/// Of `commits` that may change what the compiler says, `looked` were looked at together with the
/// state before them; `checks` is how often cargo was run, `unusable` how many states cargo can not
/// check here. `red` of the commits repaired something. `episodes` were recorded with `recipes`
/// recipes made of them, `silent` of the episodes give none; what was left out is counted by the
/// reason, in words. `timeIsUp` says that a later run goes on from here.
public record HistoryOutcome(
    int commits,
    int looked,
    int checks,
    int unusable,
    int red,
    int episodes,
    int recipes,
    int silent,
    Map<String, Integer> leftOut,
    boolean timeIsUp) {
  public HistoryOutcome {
    leftOut = Map.copyOf(leftOut);
  }
}
