package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.syntax.Damage;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
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
      Set.of(
          Damage.Kind.HIDDEN,
          Damage.Kind.UNWRAP,
          Damage.Kind.WRAPPER,
          Damage.Kind.LITERAL,
          Damage.Kind.OPERATOR,
          Damage.Kind.VALUE);

  /// How much white space may lie between an attribute and its item.
  private static final int ATTACHED = 20;

  /// What is a repair only where the error is about it.
  private static final Set<Damage.Kind> PROMISES = Set.of(Damage.Kind.ATTRIBUTE, Damage.Kind.BOUND);

  /// The errors that a derived trait itself is: a second impl, a type that can not have it.
  private static final Set<String> ABOUT_DERIVES =
      Set.of("E0119", "E0184", "E0204", "E0665", "E0774", "E0777");

  /// What rustc's own help may do: it drops a call together with the conversion it made, and an
  /// argument or a value that has no place to go.
  private static final Map<Strictness, Set<Damage.Kind>> TOLERATED =
      Map.of(
          Strictness.COMPILER, BY_PERSON, Strictness.RECIPE, BY_PERSON, Strictness.MODEL, Set.of());

  /// What a diagnostic itself asks for: an arm that no value reaches may go, and so may a parameter
  /// that the trait does not have.
  private static final Map<String, Damage.Kind> ASKED_FOR =
      Map.of(
          "unreachable_patterns", Damage.Kind.ARM,
          "E0050", Damage.Kind.PARAMETER,
          "E0468", Damage.Kind.ATTRIBUTE);

  private final FileDamage damage;

  /// A guard that remembers what it has read in `damage`.
  public OverfittingGuard(FileDamage damage) {
    this.damage = damage;
  }

  @Override
  public Optional<String> objection(Trial trial, Snapshot snapshot) {
    return trial.patch().files().stream()
        .flatMap(file -> objection(trial, file, snapshot).stream())
        .findFirst();
  }

  private Optional<String> objection(Trial trial, Path file, Snapshot snapshot) {
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
    return damage.between(file, before.get(), after).stream()
        .filter(one -> !tolerates(trial, one))
        .map(Damage::phrase)
        .findFirst();
  }

  private static boolean tolerates(Trial trial, Damage damage) {
    Diagnostic target = trial.target();
    return trial.licence().admits(damage)
        || TOLERATED.getOrDefault(trial.licence().strictness(), Set.of()).contains(damage.kind())
        || damage.kind() == ASKED_FOR.get(target.codeText())
        || toleratesPromise(trial, damage);
  }

  /// rustc's own help knows what it drops; a recipe may drop what the error points at, and a model
  /// nothing.
  private static boolean toleratesPromise(Trial trial, Damage damage) {
    boolean derive = damage.kind() == Damage.Kind.DERIVE;
    if (!derive && !PROMISES.contains(damage.kind())) {
      return false;
    }
    return switch (trial.licence().strictness()) {
      case COMPILER -> true;
      case RECIPE ->
          derive ? ABOUT_DERIVES.contains(trial.target().codeText()) : isPointedAt(trial);
      case MODEL -> false;
    };
  }

  /// Whether a place is in a part that is replaced, or begins right behind it, as an item does
  /// behind its attribute.
  private static boolean isAbout(TextRange replaced, TextRange place) {
    boolean behind = replaced.end() <= place.start() && place.start() <= replaced.end() + ATTACHED;
    return behind || replaced.overlaps(place) || replaced.encloses(place);
  }

  /// Whether the error itself, not a note below it, points at something that the patch replaces.
  private static boolean isPointedAt(Trial trial) {
    return trial.target().spans().stream()
        .anyMatch(span ->
            trial.patch().edits(span.file()).stream()
                .anyMatch(edit -> isAbout(edit.range(), span.range())));
  }
}
