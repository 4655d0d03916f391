package dev.rustmend.operation;

import java.util.List;

/// The operations about names, paths, modules, visibility, patterns and fields.
final class NameOperations {
  private NameOperations() {}

  static List<Operation> all() {
    return List.of(
        new AddMissingArms(),
        new CallConstructor(),
        new DropLastGuard(),
        new LeaveOnRefutable(),
        new WidenVisibility());
  }
}
