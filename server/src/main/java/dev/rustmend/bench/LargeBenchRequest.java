package dev.rustmend.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What `bench large` is asked to measure: `server` is the command that starts the language server
/// on stdio, each project is broken `repeats` times, and `requests` code actions are asked for.
/// `folder` is a folder of our own.
public record LargeBenchRequest(
    List<String> server, Set<LargeKind> kinds, long seed, int repeats, int requests, Path folder) {
  public LargeBenchRequest {
    server = List.copyOf(server);
    kinds = Set.copyOf(kinds);
    if (repeats < 1 || requests < 1) {
      throw new IllegalArgumentException("repeats and requests must be at least 1");
    }
  }
}
