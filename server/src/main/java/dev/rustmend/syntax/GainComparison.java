package dev.rustmend.syntax;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what was brought in instead of a repair: stubs, `.unwrap()`, `unsafe`, conditions that are
/// never true. What only moved from one function to another was there before.
final class GainComparison {
  private final Map<Damage.Kind, Bag> inFile;

  private GainComparison(Map<Damage.Kind, Bag> inFile) {
    this.inFile = inFile;
  }

  static GainComparison of(ProgramShape before, ProgramShape after) {
    return new GainComparison(
        Stream.of(Damage.Kind.STUB, Damage.Kind.UNWRAP, Damage.Kind.UNSAFE, Damage.Kind.CONDITION)
            .filter(kind -> all(after, kind).size() > all(before, kind).size())
            .collect(
                Collectors.toMap(kind -> kind, kind -> all(after, kind).minus(all(before, kind)))));
  }

  /// Tells what `after` has more of than `before`.
  void compare(Body before, Body after, Losses losses) {
    inFile.forEach((kind, gained) -> {
      boolean more = after.gains(kind).size() > before.gains(kind).size();
      if (more) {
        after.gains(kind).minus(before.gains(kind)).common(gained).words().stream()
            .map(word -> new Damage(kind, phrase(kind).formatted(word)))
            .forEach(losses::add);
      }
    });
  }

  private static String phrase(Damage.Kind kind) {
    return kind == Damage.Kind.UNSAFE ? "adds `%s`" : "puts in `%s`";
  }

  private static Bag all(ProgramShape shape, Damage.Kind kind) {
    return shape.bodies().values().stream()
        .map(body -> body.gains(kind))
        .reduce(Bag.EMPTY, Bag::plus);
  }
}
