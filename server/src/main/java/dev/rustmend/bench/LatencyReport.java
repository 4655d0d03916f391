package dev.rustmend.bench;

import java.util.List;
import java.util.Optional;

/// What `bench latency` measured. Times of requests and of the start-up are in milliseconds, all
/// others in seconds. `memory` is absent where the platform does not tell.
public record LatencyReport(
    RustToolchain toolchain,
    int processors,
    List<Project> projects,
    Starts starts,
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

  /// Milliseconds from the start of the process to the answer of `initialize`; `plain` is absent
  /// where the platform does not tell how the JVM was started.
  public record Starts(Sample initialize, Optional<Plain> plain) {}

  /// Milliseconds that a JVM takes to print a line on the server's runtime: with all of its
  /// options, and without our archive of loaded classes.
  public record Plain(Sample same, Sample withoutClasses) {}

  /// Resident memory of the server in kibibytes: after `initialize`, after a time of idling with a
  /// session open, and with index and embedder in use.
  public record Memory(long startKibibytes, long idleKibibytes, long knowledgeKibibytes) {}

  /// Median over the projects.
  public double ratio() {
    return Sample.of(projects.stream().map(Project::ratio).toList()).median();
  }
}
