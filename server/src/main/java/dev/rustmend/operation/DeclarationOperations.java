package dev.rustmend.operation;

import java.util.List;

/// The operations about items, traits, impls, generics and their attributes.
final class DeclarationOperations {
  private DeclarationOperations() {}

  static List<Operation> all() {
    return List.of();
  }
}
