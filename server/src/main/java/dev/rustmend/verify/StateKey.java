package dev.rustmend.verify;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which texts the shadow holds: what differs from the state that the session found, as real path
/// and SHA-256 (or another word for what is no copied file). Equal keys mean equal programs.
record StateKey(SortedMap<Path, String> differences) {
  StateKey {
    differences = Collections.unmodifiableSortedMap(new TreeMap<>(differences));
  }

  /// The files that are not as they were in the state `before`.
  Set<Path> changedSince(StateKey before) {
    var paths = new HashSet<>(differences.keySet());
    paths.addAll(before.differences.keySet());
    paths.removeIf(path -> Objects.equals(differences.get(path), before.differences.get(path)));
    return paths;
  }
}
