package dev.rustmend.service;

import dev.rustmend.repair.FixRequest;
import java.util.SortedMap;
import java.util.TreeMap;

/// Sources that are on nobody's disk, to be judged or repaired.
///
/// `files` are the texts by their relative paths with slashes; without a `Cargo.toml` among them
/// they are one package without dependencies. `fixes` says which errors are repaired, in how many
/// rounds and whether a model is asked; it names no file.
public record SourceRequest(SortedMap<String, String> files, Wish wish, FixRequest fixes) {

  /// What is wanted.
  public enum Wish {
    /// Only the errors with their fixes.
    CHECK,
    /// The repaired sources.
    FIX
  }

  public SourceRequest {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
