package dev.rustmend.operation;

import java.util.List;

/// The crates that this machine has already, so that adding one needs no network.
@FunctionalInterface
public interface KnownCrates {

  /// The versions of the package `name` that are here, such as `1.0.219`, in any order; none when
  /// there is none, or nothing is known.
  List<String> versions(String name);

  /// Knows no crate.
  static KnownCrates none() {
    return _ -> List.of();
  }
}
