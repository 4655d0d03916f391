package dev.rustmend.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What `bench latency` is asked to measure.
///
/// `server` is the command that starts the language server on stdio. Each broken state is measured
/// `repeats` times, each request `requests` times, the start-up `starts` times; memory is read
/// after `idle` without anything to do. `against` is a rust-analyzer to set beside it. `folder` is
/// a folder of our own, emptied of old projects.
public record LatencyBenchRequest(
    List<String> server,
    Set<ProjectSize> sizes,
    long seed,
    int repeats,
    int requests,
    int starts,
    Duration idle,
    Path folder,
    Optional<Path> against) {
  public LatencyBenchRequest {
    server = List.copyOf(server);
    sizes = Set.copyOf(sizes);
    if (repeats < 1 || requests < 1 || starts < 1) {
      throw new IllegalArgumentException("repeats, requests and starts must be at least 1");
    }
  }

  /// The whole measurement.
  public static LatencyBenchRequest everything(List<String> server, Path folder) {
    return new LatencyBenchRequest(
        server,
        Set.of(ProjectSize.values()),
        1,
        3,
        200,
        10,
        Duration.ofMinutes(1),
        folder,
        Optional.empty());
  }
}
