package dev.rustmend.bench;

import java.util.List;

/// A way to repair a program, to be compared with others.
interface Method {

  /// The name in tables and in the JSON file.
  String name();

  /// A word that changes whenever the method would do something else, so that old results in the
  /// cache do not count; empty for a method whose results must not be kept.
  String revision();

  /// Repairs the program in `scratch`, in place. The caller counts the errors before and after and
  /// takes the time.
  Steps repair(ScratchPackage scratch) throws InterruptedException;

  /// How often the compiler ran (-1 unknown), what was done, what each source of proposals did, and
  /// what a language model cost.
  record Steps(int compiles, List<String> trail, List<RecipeUse> uses, ModelCost model) {
    public Steps {
      trail = List.copyOf(trail);
      uses = List.copyOf(uses);
    }

    /// Steps of a method that has no sources of proposals.
    Steps(int compiles, List<String> trail) {
      this(compiles, trail, List.of(), ModelCost.NONE);
    }
  }
}
