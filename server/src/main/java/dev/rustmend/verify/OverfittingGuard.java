package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.syntax.Damage;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Objects to a patch that wins by destroying: it makes the error go away together with the code
/// that has it, or hides it.
///
/// It reads the texts before and after the patch and never compiles. What it lets pass may still be
/// wrong; what it objects to is never a repair, unless the trial's [Licence] says that this is
/// wanted.
public final class OverfittingGuard implements PatchGuard {
  private static final Set<Damage.Kind> BY_PERSON =
      Set.of(Damage.Kind.UNWRAP, Damage.Kind.WRAPPER, Damage.Kind.LITERAL, Damage.Kind.VALUE);

  /// What rustc's own help may do: it drops a call together with the conversion it made, and an
  /// argument or a value that has no place to go.
  private static final Map<Strictness, Set<Damage.Kind>> TOLERATED =
      Map.of(
          Strictness.COMPILER, BY_PERSON, Strictness.RECIPE, BY_PERSON, Strictness.MODEL, Set.of());

  /// What a diagnostic itself asks for: an arm that no value reaches may go, and so may a parameter
  /// that the trait does not have.
  private static final Map<String, Damage.Kind> ASKED_FOR =
      Map.of("unreachable_patterns", Damage.Kind.ARM, "E0050", Damage.Kind.PARAMETER);

  @Override
  public Optional<String> objection(Trial trial, Snapshot snapshot) {
    return trial.patch().files().stream()
        .flatMap(file -> objection(trial, file, snapshot).stream())
        .findFirst();
  }

  private static Optional<String> objection(Trial trial, Path file, Snapshot snapshot) {
    Optional<SourceText> before = snapshot.read(file, trial.patch());
    if (before.isEmpty()) {
      return Optional.of("does not fit the file " + file.getFileName());
    }
    SourceText after;
    try {
      after = trial.patch().apply(file, before.get());
    } catch (IllegalArgumentException e) {
      return Optional.of("does not fit the text of " + file.getFileName());
    }
    return FileDamage.between(file, before.get(), after).stream()
        .filter(damage -> !tolerates(trial, damage))
        .map(Damage::phrase)
        .findFirst();
  }

  private static boolean tolerates(Trial trial, Damage damage) {
    Diagnostic target = trial.target();
    return trial.licence().admits(damage)
        || TOLERATED.getOrDefault(trial.licence().strictness(), Set.of()).contains(damage.kind())
        || damage.kind() == ASKED_FOR.get(target.codeText());
  }
}
