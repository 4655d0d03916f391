package dev.rustmend.cargo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The code of a workspace that cargo runs while it compiles: build scripts, crates of procedural
/// macros, and the local packages that either of them is made of. `packages` are the folders of
/// packages of which that holds for all code, `scripts` the root files of build scripts.
public record CompileTimeCode(Set<Path> packages, Set<Path> scripts) {
  private static final String MACROS = "proc-macro";
  private static final String SCRIPT = "custom-build";

  public CompileTimeCode {
    packages = Set.copyOf(packages);
    scripts = Set.copyOf(scripts);
  }

  /// That of `workspace`.
  public static CompileTimeCode of(CargoWorkspace workspace) {
    Deque<Path> open = new ArrayDeque<>();
    var scripts = new HashSet<Path>();
    for (CargoPackage one : workspace.packages()) {
      if (one.targets().stream().anyMatch(target -> target.kind().equals(MACROS))) {
        open.add(one.root());
      }
      open.addAll(one.buildDependencies());
      one.targets().stream()
          .filter(target -> target.kind().equals(SCRIPT))
          .forEach(target -> scripts.add(target.source()));
    }
    return new CompileTimeCode(closure(open, workspace), scripts);
  }

  private static Set<Path> closure(Deque<Path> open, CargoWorkspace workspace) {
    var found = new HashSet<Path>();
    while (!open.isEmpty()) {
      Path folder = open.pop();
      if (found.add(folder)) {
        workspace.packages().stream()
            .filter(one -> one.root().equals(folder))
            .map(CargoPackage::pathDependencies)
            .forEach(open::addAll);
      }
    }
    return found;
  }

  /// Whether a crate of this kind is run while others are compiled.
  public static boolean isRun(String kindOfCrate) {
    return List.of(MACROS, SCRIPT).contains(kindOfCrate);
  }

  /// Whether `file`, which belongs to `owner`, is such code.
  public boolean holds(CargoPackage owner, Path file) {
    return packages.contains(owner.root()) || scripts.contains(file);
  }
}
