package dev.rustmend.syntax;

import dev.rustmend.text.Recent;
import dev.rustmend.text.SourceText;
import java.util.List;
import java.util.Optional;

/// Compares versions of programs by their shapes, and remembers the shapes of the last texts: the
/// proposals for an error are all compared with one and the same program. Safe to use from any
/// thread.
public final class ProgramShapes {
  private static final int REMEMBERED = 24;

  private final Recent<SourceText, Optional<ProgramShape>> shapes = new Recent<>(REMEMBERED);

  /// Everything that the change from `before` to `after` destroyed or papered over, gravest first;
  /// of what lies inside of a lost part, only the part itself.
  public List<Damage> damage(SourceText before, SourceText after) {
    if (before.equals(after)) {
      return List.of();
    }
    return ChangedItems.ofLong(before, after)
        .flatMap(this::changed)
        .orElseGet(() -> whole(before, after));
  }

  private Optional<List<Damage>> changed(ChangedItems changed) {
    Optional<ProgramShape> old = precise(changed.before());
    Optional<ProgramShape> young = precise(changed.after());
    return old.isPresent()
            && young.isPresent()
            && !ShapeComparison.isRequoted(changed.before(), changed.after())
        ? Optional.of(ShapeComparison.precise(old.get(), young.get()))
        : Optional.empty();
  }

  private List<Damage> whole(SourceText before, SourceText after) {
    Optional<ProgramShape> old = precise(before);
    Optional<ProgramShape> young = precise(after);
    if (old.isPresent() && young.isPresent()) {
      boolean requoted = ShapeComparison.isRequoted(before, after);
      if (!requoted || isQuotedOut(before, after)) {
        return ShapeComparison.precise(old.get(), young.get());
      }
    }
    return ShapeComparison.coarse(
        ShapeReader.coarse(before), ShapeReader.coarse(after), before, after);
  }

  /// The shape of a text that can be parsed.
  private Optional<ProgramShape> precise(SourceText text) {
    return shapes.of(text, ProgramShapes::read);
  }

  private static Optional<ProgramShape> read(SourceText text) {
    return RustTree.parse(text)
        .filter(tree -> !tree.hasError())
        .map(tree -> ShapeReader.precise(text, tree));
  }

  /// Whether fewer calls are left though nothing but quotes has changed: code became text.
  private static boolean isQuotedOut(SourceText before, SourceText after) {
    return calls(after) < calls(before);
  }

  private static int calls(SourceText text) {
    return ShapeReader.coarse(text).bodies().values().stream()
        .mapToInt(body -> body.calls().size())
        .sum();
  }
}
