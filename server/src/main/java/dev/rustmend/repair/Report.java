package dev.rustmend.repair;

import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is known about one Cargo workspace in one state.
///
/// `problems` grow while the check and the verification run; `complete` says that nothing more will
/// come. `failure` is there when cargo itself could not do its work. `fidelity` is there when the
/// shadow workspace differs from the real one, so that nothing is verified, and says why.
public record Report(
    Path root,
    Snapshot snapshot,
    List<Problem> problems,
    boolean complete,
    Optional<CargoFailure> failure,
    Optional<String> fidelity,
    Duration time,
    int compiles) {
  public Report {
    problems = List.copyOf(problems);
  }

  /// The report of a check that failed in this program and not in cargo.
  static Report broken(Path root, Snapshot snapshot) {
    var failure =
        new CargoFailure(
            CargoFailure.Kind.OTHER, "the check failed inside rustmend; its log says why", "");
    return new Report(
        root, snapshot, List.of(), true, Optional.of(failure), Optional.empty(), Duration.ZERO, 0);
  }

  /// What cargo's failure was and what to do, for people; empty when cargo did its work.
  public Optional<String> failureSentence() {
    return failure.map(CargoFailure::sentence);
  }

  /// The same about these problems alone.
  public Report with(List<Problem> some) {
    return new Report(root, snapshot, some, complete, failure, fidelity, time, compiles);
  }

  /// This report while more is to come.
  Report partial() {
    return new Report(root, snapshot, problems, false, failure, fidelity, time, compiles);
  }

  public long errors() {
    return problems.stream().filter(p -> p.diagnostic().isError()).count();
  }

  /// How many errors have at least one fix that may be offered.
  public long fixable() {
    return problems.stream()
        .filter(p -> p.diagnostic().isError())
        .filter(p -> p.fixes().stream().anyMatch(fix -> fix.verdict().isOffered()))
        .count();
  }
}
