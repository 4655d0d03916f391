package dev.rustmend.bench;

import dev.rustmend.remote.Access;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `bench team` is asked to measure.
///
/// `server` is the command that starts the language server on stdio; each of its requests is made
/// `requests` times while there is a cluster and while there is none, and not at all where it is 0.
/// `cluster` is one that is searched, with so many made `passages` in indices of its own, which
/// stay afterwards and are used again where `kept` says so. Each query is asked in `rounds` rounds.
/// `folder` is a folder of our own.
public record TeamBenchRequest(
    List<String> server,
    int requests,
    Optional<Access> cluster,
    List<Integer> passages,
    MadeVectors vectors,
    Afterwards kept,
    int rounds,
    Path folder) {
  public TeamBenchRequest {
    server = List.copyOf(server);
    passages = List.copyOf(passages);
    if (requests < 0 || rounds < 1 || passages.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("there is a round at least, and no empty index");
    }
  }

  /// What becomes of the indices.
  public enum Afterwards {
    KEPT,
    DELETED
  }
}
