package dev.rustmend.operation;

import java.util.List;

/// The operations about borrows, moves, lifetimes and mutability.
final class OwnershipOperations {
  private OwnershipOperations() {}

  static List<Operation> all() {
    return List.of(new ReorderStatements(), new OwnBorrowedValue(), new HoistArgument(), new LoopOverClone(), new BorrowShared(), new InlineGetter(), new WidenScope(), new DropReference());
  }
}
