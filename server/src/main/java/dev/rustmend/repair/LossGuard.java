package dev.rustmend.repair;

import dev.rustmend.syntax.Damage;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Holds back from the loop what takes something from the program, though it compiles: rustc's help
/// may drop a value or a call, and whether that was wanted only the author knows.
///
/// It is stricter than the guard before the verdict, which lets rustc's own help drop a value: such
/// a fix is offered to a person, and never taken without one. So is an added `.unwrap()`: that a
/// program may stop there is its author's choice.
final class LossGuard {
  private final FileDamage damage;

  /// A guard that remembers what it has read in `damage`.
  LossGuard(FileDamage damage) {
    this.damage = damage;
  }

  /// What the program of `before` lost in `after`, as a verb phrase such as ``takes away the call
  /// of `f()` ``; empty when nothing.
  Optional<String> objection(Snapshot before, Snapshot after) {
    return after.overlay().keySet().stream()
        .sorted()
        .flatMap(file -> losses(file, before, after).stream())
        .map(Damage::phrase)
        .findFirst();
  }

  /// What `patch` alone would take from the program of `snapshot`.
  Optional<String> objection(Snapshot snapshot, Patch patch) {
    return objection(snapshot, snapshot.with(patch));
  }

  private List<Damage> losses(Path file, Snapshot before, Snapshot after) {
    Optional<SourceText> old = before.read(file);
    Optional<SourceText> young = after.read(file);
    return old.isPresent() && young.isPresent()
        ? damage.between(file, old.get(), young.get()).stream()
            .filter(one -> !one.kind().isForTheErrorToJudge())
            .toList()
        : List.of();
  }
}
