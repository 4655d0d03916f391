package dev.rustmend.bench;

import java.nio.file.Path;
import java.util.List;

/// What `bench mutations` is asked to measure: `mutants` of each of `crates`, of these `kinds`,
/// drawn with `seed`, `jobs` at a time. `cache` is a folder of our own for the crates and for the
/// scratch packages.
public record MutationsBenchRequest(
    List<PublishedCrate> crates,
    List<MutationKind> kinds,
    int mutants,
    long seed,
    int jobs,
    Path cache) {
  public MutationsBenchRequest {
    crates = List.copyOf(crates);
    kinds = List.copyOf(kinds);
    if (jobs < 1 || mutants < 1) {
      throw new IllegalArgumentException("jobs and mutants must be at least 1");
    }
  }
}
