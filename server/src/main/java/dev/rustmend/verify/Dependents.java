package dev.rustmend.verify;

import dev.rustmend.cargo.CargoPackage;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.CrateId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// The crates that cargo compiles only when `crate` has no error: of a library, the other crates of
/// its package, and all of the packages that depend on that one, directly or not. `programs` says
/// whether its package has others.
record Dependents(CrateId crate, Set<String> packages, boolean programs) {
  Dependents {
    packages = Set.copyOf(packages);
  }

  /// Those in `workspace`. A dependency counts whether or not it is only for tests: one too many
  /// costs a run of cargo.
  static Dependents of(CrateId crate, CargoWorkspace workspace) {
    if (!crate.kind().equals("lib")) {
      return new Dependents(crate, Set.of(), false);
    }
    Set<String> packages = new HashSet<>(Set.of(crate.packageId()));
    Set<Path> roots = new HashSet<>();
    int before;
    do {
      before = roots.size();
      for (CargoPackage one : workspace.packages()) {
        if (one.pathDependencies().stream().anyMatch(roots::contains)) {
          packages.add(one.id());
        }
        if (packages.contains(one.id())) {
          roots.add(one.root());
        }
      }
    } while (roots.size() > before);
    return new Dependents(crate, packages, hasPrograms(crate, workspace));
  }

  private static boolean hasPrograms(CrateId crate, CargoWorkspace workspace) {
    return workspace.packages().stream()
        .filter(one -> one.id().equals(crate.packageId()))
        .flatMap(one -> one.targets().stream())
        .anyMatch(target -> target.kind().equals("bin"));
  }

  /// Whether there is none that cargo would compile after `before`, where some may have been left
  /// out because of errors.
  boolean areNone(Checked before) {
    return packages.size() < 2 && !programs && before.finished().stream().noneMatch(this::has);
  }

  /// `before` without what is said of them.
  Checked leftOut(Checked before) {
    var finished = new LinkedHashSet<>(before.finished());
    finished.removeIf(this::has);
    return new Checked(
        before.diagnostics().stream().filter(one -> !has(one.crate())).toList(),
        finished,
        before.time());
  }

  private boolean has(CrateId other) {
    return !other.equals(crate) && packages.contains(other.packageId());
  }
}
