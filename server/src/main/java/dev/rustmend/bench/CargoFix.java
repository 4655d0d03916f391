package dev.rustmend.bench;

import java.util.List;

/// The baseline that everyone has: `cargo fix --broken-code`.
///
/// It applies all suggestions that rustc calls machine-applicable, of errors and of warnings, and
/// never looks back. Its compiles can not be counted from outside.
final class CargoFix implements Method {
  @Override
  public String name() {
    return "cargo fix";
  }

  @Override
  public String revision() {
    return "1";
  }

  @Override
  public Steps repair(ScratchPackage scratch) throws InterruptedException {
    // --allow-dirty: the cache folder may lie inside of somebody's repository.
    ToolRun run =
        scratch.cargo(
            List.of("fix", "--broken-code", "--allow-no-vcs", "--allow-dirty", "--offline"));
    return new Steps(
        -1,
        run.output().lines().filter(line -> line.contains("Fixed")).map(String::strip).toList());
  }
}
