package dev.rustmend.proof;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.cargo.CompilerCall;
import dev.rustmend.diagnostic.CrateId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How cargo calls the compiler for a scratch package, by the file that its only crate begins with.
/// Made again on another program, such a call says what cargo would say, in half the time.
final class LearnedCalls {
  private static final Set<String> ROOTS = Set.of("src/main.rs", "src/lib.rs");

  private final Map<String, Learned> byRoot = new HashMap<>();

  /// One call, and the crate that it compiles.
  record Learned(CompilerCall call, CrateId crate) {}

  /// The file that a program of these `files`, by their path in the package, begins with. Empty
  /// where cargo has something to decide: other crates, a build script, a manifest.
  static Optional<String> root(Set<String> files) {
    List<String> roots = files.stream().filter(ROOTS::contains).toList();
    return roots.size() == 1 && files.stream().allMatch(LearnedCalls::isModule)
        ? Optional.of(roots.getFirst())
        : Optional.empty();
  }

  private static boolean isModule(String file) {
    return file.startsWith("src/") && !file.startsWith("src/bin/") && file.endsWith(".rs");
  }

  Optional<Learned> of(String root) {
    return Optional.ofNullable(byRoot.get(root));
  }

  /// Keeps what a run of cargo has told of a program that begins with `root`.
  void learn(String root, List<CompilerCall> calls, Checked checked) {
    Set<CrateId> crates = checked.crates();
    if (calls.size() == 1 && crates.size() == 1) {
      CrateId crate = crates.iterator().next();
      if (calls.getFirst().isOf(crate)) {
        byRoot.put(root, new Learned(calls.getFirst(), crate));
      }
    }
  }
}
