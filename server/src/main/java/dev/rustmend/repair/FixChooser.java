package dev.rustmend.repair;

import java.util.List;

/// Decides which of the verified fixes of a problem the loop may apply; `--interactive` asks a
/// person.
public interface FixChooser {

  /// The fixes that may be applied, the favourite first; none to leave the problem alone. The loop
  /// comes back to the others only when the favourite leads nowhere.
  List<Fix> choose(Problem problem) throws InterruptedException;

  /// Whether nobody is asked. The loop then leaves fixes that take something from the program for a
  /// person, and may look for repairs of several steps whose first step does not hold by itself: a
  /// person is asked only about fixes that do.
  default boolean isAutomatic() {
    return false;
  }

  /// Takes the fixes of each problem in the order of their rank, on its own; what is for a person
  /// to choose is left alone.
  static FixChooser best() {
    return new FixChooser() {
      @Override
      public List<Fix> choose(Problem problem) {
        return problem.fixes().stream().filter(fix -> !fix.isForAPerson()).toList();
      }

      @Override
      public boolean isAutomatic() {
        return true;
      }
    };
  }
}
