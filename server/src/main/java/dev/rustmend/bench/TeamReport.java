package dev.rustmend.bench;

import java.util.List;
import java.util.Optional;

/// What `bench team` measured, on which `machine`. Times of queries and requests are in
/// milliseconds, all others in seconds.
public record TeamReport(
    RustToolchain toolchain, String machine, List<Absence> absences, List<Cluster> clusters) {
  public TeamReport {
    absences = List.copyOf(absences);
    clusters = List.copyOf(clusters);
  }

  /// A real server whose cluster is in such a state (the first has none), the requests that were
  /// made of it, the times from a save to the last verified fix, and how many lines of its log are
  /// about the cluster.
  public record Absence(
      String name,
      Sample codeActionMillis,
      Sample hoverMillis,
      Sample verifiedSeconds,
      long offers,
      long logLines) {}

  /// A cluster with so many made passages: the seconds of publishing, unless an earlier run has,
  /// the bytes of one copy, and the rounds of queries.
  public record Cluster(
      int passages, Optional<Double> publishSeconds, long bytes, List<Round> rounds) {
    public Cluster {
      rounds = List.copyOf(rounds);
    }
  }

  /// Each query once: by words and, where there are vectors, by words and meaning; to the cluster
  /// alone, with all that ranking has to know, and beside the index of this machine, as a person
  /// asks.
  public record Round(
      Sample words, Optional<Sample> fused, Sample wordsBeside, Optional<Sample> fusedBeside) {}
}
