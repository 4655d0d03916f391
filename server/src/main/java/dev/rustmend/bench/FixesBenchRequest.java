package dev.rustmend.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What `bench fixes` is asked to measure.
///
/// `half` is empty for both halves. `sample` takes that many programs, drawn with `seed`. `only`
/// keeps programs filed under one of these codes (all when empty). `programs` is a folder of broken
/// programs, see [ProgramFolder]; those of the documentation are taken where it is empty. `jobs`
/// programs are worked on at a time. `cache` is a folder of our own for scratch packages and kept
/// results.
public record FixesBenchRequest(
    Optional<Half> half,
    OptionalInt sample,
    long seed,
    Set<String> only,
    Optional<Path> programs,
    int jobs,
    Baselines baselines,
    Path cache) {

  /// Where the results of the baselines come from; rustmend itself is measured every time.
  public enum Baselines {
    /// From an earlier run with the same compiler where there is one.
    CACHED,
    /// All measured again in this run.
    FRESH
  }

  public FixesBenchRequest {
    only = Set.copyOf(only);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs must be at least 1");
    }
  }

  /// Everything, two at a time.
  public static FixesBenchRequest everything(Path cache) {
    return new FixesBenchRequest(
        Optional.empty(),
        OptionalInt.empty(),
        1,
        Set.of(),
        Optional.empty(),
        2,
        Baselines.CACHED,
        cache);
  }
}
