package dev.rustmend.repair;

import java.util.Optional;

/// Decides which of the verified fixes of a problem the loop applies; `--interactive` asks a
/// person.
public interface FixChooser {

  /// The fix to apply, or empty to leave the problem alone.
  Optional<Fix> choose(Problem problem) throws InterruptedException;

  /// Takes the best fix of each problem.
  static FixChooser best() {
    return problem -> problem.fixes().stream().findFirst();
  }
}
