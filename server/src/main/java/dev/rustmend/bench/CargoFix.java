package dev.rustmend.bench;

import java.util.ArrayList;
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
    return "2";
  }

  @Override
  public Steps repair(ScratchPackage scratch) throws InterruptedException {
    // --allow-dirty: the cache folder may lie inside of somebody's repository. A target directory
    // of its own: `cargo fix` turns denied lints into warnings, so a check in the same directory
    // would find the package fresh and report no error.
    var arguments =
        new ArrayList<>(
            List.of(
                "fix",
                "--broken-code",
                "--allow-no-vcs",
                "--allow-dirty",
                "--offline",
                "--target-dir",
                "target-fix"));
    arguments.addAll(scratch.targets().flags());
    ToolRun run = scratch.cargo(arguments);
    return new Steps(
        -1,
        run.output().lines().filter(line -> line.contains("Fixed")).map(String::strip).toList());
  }
}
