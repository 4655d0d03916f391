package dev.rustmend.bench;

import dev.rustmend.remote.Access;
import dev.rustmend.search.SearchMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `bench retrieval` is asked to measure.
///
/// `half` is empty for both halves. `modes` are compared in their order. `synthetic` are numbers of
/// made passages to measure latency over as well; with a folder in `kept` it is one number, and
/// that index is made or found there, and stays. `remote` is a cluster that is asked the same, in
/// indices of its own. `cache` is rustmend's cache folder, where known vectors are; the index is
/// made below its folder `bench`.
public record RetrievalBenchRequest(
    Optional<Half> half,
    List<SearchMode> modes,
    List<Integer> synthetic,
    Optional<Path> kept,
    Optional<Access> remote,
    Path cache) {
  public RetrievalBenchRequest {
    modes = List.copyOf(modes);
    synthetic = List.copyOf(synthetic);
    if (modes.isEmpty() || synthetic.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("there is a mode at least, and no empty index");
    }
    if (kept.isPresent() && synthetic.size() != 1) {
      throw new IllegalArgumentException("a folder keeps one index, not " + synthetic.size());
    }
  }
}
