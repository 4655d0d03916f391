package dev.rustmend.operation;

import java.util.List;

/// The operations about borrows, moves, lifetimes and mutability.
final class OwnershipOperations {
  private OwnershipOperations() {}

  static List<Operation> all() {
    return List.of();
  }
}
