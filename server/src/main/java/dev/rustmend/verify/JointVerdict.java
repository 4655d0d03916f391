package dev.rustmend.verify;

import java.util.List;

/// What came of trials that were compiled together: those that hold, and the state after them,
/// which serves as the base of the next round. `held` may be fewer than were tried, never with a
/// conflict among them.
public record JointVerdict(List<Trial> held, BaseCheck after) {
  public JointVerdict {
    held = List.copyOf(held);
  }
}
