package dev.rustmend.repair;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What the loop of `fix` may do: at most `maxRounds` rounds; only diagnostics with one of the
/// codes `only` (all errors when empty); only problems whose primary span is in `file`, when given.
public record FixRequest(int maxRounds, Set<String> only, Optional<Path> file) {
  public FixRequest {
    only = Set.copyOf(only);
  }

  public static FixRequest everything() {
    return new FixRequest(20, Set.of(), Optional.empty());
  }
}
