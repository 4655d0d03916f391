package dev.rustmend.operation;

import java.util.List;

/// The operations about names, paths, modules, visibility, patterns and fields.
final class NameOperations {
  private NameOperations() {}

  static List<Operation> all() {
    return List.of(
        new AddMissingArms(),
        new CallAsMethod(),
        new CallConstructor(),
        new CorrectName(),
        new CorrectPath(),
        new DropLastGuard(),
        new LeaveOnRefutable(),
        new QualifyName(),
        new UseRustName(),
        new WidenVisibility(),
        new WriteStructLiteral());
  }
}
