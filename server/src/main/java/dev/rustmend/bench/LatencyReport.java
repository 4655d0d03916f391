package dev.rustmend.bench;

import java.util.List;
import java.util.Optional;

/// What `bench latency` measured. Times of requests and of the start-up are in milliseconds, all
/// others in seconds. `memory` is absent where the platform does not tell.
public record LatencyReport(
    RustToolchain toolchain,
    int processors,
    List<Project> projects,
    Sample startMillis,
    Optional<Memory> memory) {

  public LatencyReport {
    projects = List.copyOf(projects);
  }

  /// One generated project: its size, its states, and the requests made in them.
  public record Project(
      String name,
      long lines,
      long packages,
      List<State> states,
      Sample codeActionMillis,
      Sample hoverMillis) {
    public Project {
      states = List.copyOf(states);
    }

    /// Median over the states of how many times longer than a bare check it takes until all fixes
    /// are verified.
    public double ratio() {
      return Sample.of(states.stream().map(State::ratio).toList()).median();
    }
  }

  /// One broken state. `offers` counts the quick fixes that the server offered at the error.
  public record State(String name, Sample bareSeconds, Sample verifiedSeconds, int offers) {

    /// Median time to the last verified fix over the median time of the bare check.
    public double ratio() {
      return verifiedSeconds.median() / bareSeconds.median();
    }
  }

  /// Resident memory of the server in kibibytes, after `initialize` and after a time of idling with
  /// a session open.
  public record Memory(long startKibibytes, long idleKibibytes) {}

  /// Median over the projects.
  public double ratio() {
    return Sample.of(projects.stream().map(Project::ratio).toList()).median();
  }
}
