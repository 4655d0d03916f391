package dev.rustmend.bench;

import java.util.List;
import java.util.Optional;

/// Lets in the programs that give their error with this compiler; what the compiler said of a
/// program is kept in `cache`.
record Admission(ResultCache cache) {
  /// A program that was let in, and the code that it is filed under.
  record Admitted(BrokenProgram program, String code) {}

  /// The program, if it is let in; compiles it at `workplace` when nothing is known about it.
  Optional<Admitted> of(BrokenProgram program, Workplace workplace) throws InterruptedException {
    Reproduction found = reproduction(program, workplace);
    return found.admits(program)
        ? Optional.of(new Admitted(program, found.code(program)))
        : Optional.empty();
  }

  private Reproduction reproduction(BrokenProgram program, Workplace workplace)
      throws InterruptedException {
    List<String> key = List.of(program.contentHash());
    Optional<Reproduction> known = cache.get("reproduction-1", key, Reproduction.class);
    if (known.isPresent()) {
      return known.get();
    }
    Reproduction found = Reproduction.of(workplace.with(program).errors());
    cache.put("reproduction-1", key, found);
    return found;
  }
}
