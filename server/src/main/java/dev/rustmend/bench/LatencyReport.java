package dev.rustmend.bench;

import java.util.List;
import java.util.Optional;

/// What `bench latency` measured, on which `machine`. Times of requests and of the start-up are in
/// milliseconds, all others in seconds. `memory` is absent where the platform does not tell.
public record LatencyReport(
    RustToolchain toolchain,
    String machine,
    List<Project> projects,
    Starts starts,
    Optional<Memory> memory,
    List<Against> against) {

  public LatencyReport {
    projects = List.copyOf(projects);
    against = List.copyOf(against);
  }

  /// One generated project: its size, its states, and the requests made in them.
  public record Project(
      String name,
      long lines,
      long packages,
      Proof proof,
      List<State> states,
      Sample codeActionMillis,
      Sample hoverMillis) {
    public Project {
      states = List.copyOf(states);
    }

    /// Median over the states of how many times longer than a bare check it takes until the first
    /// fix is verified; states without any do not count.
    public double firstRatio() {
      return Sample.of(
              states.stream()
                  .filter(state -> state.firstSeconds().size() > 0)
                  .map(State::firstRatio)
                  .toList())
          .median();
    }

    /// Median over the states of how many times longer than a bare check it takes until all fixes
    /// are verified.
    public double ratio() {
      return Sample.of(states.stream().map(State::ratio).toList()).median();
    }
  }

  /// One broken state. `offers` counts the quick fixes that the server offered at the error.
  public record State(
      String name,
      Sample bareSeconds,
      Sample firstSeconds,
      Sample verifiedSeconds,
      int offers,
      Paused paused) {

    /// Median time to the first verified fix over the median time of the bare check.
    public double firstRatio() {
      return firstSeconds.median() / bareSeconds.median();
    }

    /// Median time to the last verified fix over the median time of the bare check.
    public double ratio() {
      return verifiedSeconds.median() / bareSeconds.median();
    }
  }

  /// Seconds from the save of what was checked before, after a pause in typing: until a verified
  /// fix is offered, and until all are verified.
  public record Paused(Sample firstSeconds, Sample verifiedSeconds) {}

  /// One rustc of a crate, called by hand on a repaired text, and the proof of the same repair.
  public record Proof(Sample rustcSeconds, Sample proofSeconds) {

    /// Median time of the proof over the median time of the compiler alone.
    public double ratio() {
      return proofSeconds.median() / rustcSeconds.median();
    }
  }

  /// One state beside another server, in seconds from the save: until its diagnostics are there and
  /// until ours are, until our first verified fix and until all.
  public record Against(
      String project,
      String state,
      Sample theirDiagnostics,
      Sample ourDiagnostics,
      Sample first,
      Sample all) {}

  /// Milliseconds from the start of the process to the answer of `initialize`; `plain` is absent
  /// where the platform does not tell how the JVM was started.
  public record Starts(Sample initialize, Optional<Plain> plain) {}

  /// Milliseconds that a JVM takes to print a line on the server's runtime: with all of its
  /// options, and without our archive of loaded classes.
  public record Plain(Sample same, Sample withoutClasses) {}

  /// Resident memory of the server in kibibytes: after `initialize`, after a time of idling with a
  /// session open, and with index and embedder in use.
  public record Memory(long startKibibytes, long idleKibibytes, long knowledgeKibibytes) {}

  /// Median over the projects of how long the first verified fix takes, in bare checks.
  public double firstRatio() {
    return Sample.of(projects.stream().map(Project::firstRatio).toList()).median();
  }

  /// Median over the projects of how long one proof takes, in runs of the compiler.
  public double proofRatio() {
    return Sample.of(projects.stream().map(project -> project.proof().ratio()).toList()).median();
  }

  /// Median over the projects of how long all verified fixes take, in bare checks.
  public double ratio() {
    return Sample.of(projects.stream().map(Project::ratio).toList()).median();
  }
}
