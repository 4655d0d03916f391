package dev.rustmend.bench;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Draws the mutants of one crate: kind after kind, a random place of each, and again where the
/// compiler does not mind. The same seed gives the same mutants with the same compiler.
final class MutantDraw {
  private static final int TRIES = 6;

  private final CrateCopy crate;
  private final ScratchPackage scratch;
  private final Map<MutationKind, Deque<Place>> places;
  private final Set<SourceText> drawn = new HashSet<>();

  /// One file and the edits that break it.
  private record Place(Path file, List<TextEdit> edits) {}

  /// Draws in `scratch`, which holds a copy of `crate`.
  MutantDraw(CrateCopy crate, ScratchPackage scratch, long seed) {
    this.crate = crate;
    this.scratch = scratch;
    this.places = places(crate, new Random(seed));
  }

  /// At most `count` mutants; fewer where the kinds have no more places. The first kind of `kinds`
  /// has the first turn.
  List<Mutant> draw(int count, List<MutationKind> kinds) throws InterruptedException {
    var mutants = new ArrayList<Mutant>();
    boolean more = true;
    while (more && mutants.size() < count) {
      more = false;
      for (MutationKind kind : kinds) {
        if (mutants.size() < count) {
          Optional<Mutant> mutant = next(kind, crate.name() + "#" + (mutants.size() + 1));
          mutant.ifPresent(mutants::add);
          more |= !left(kind).isEmpty();
        }
      }
    }
    return List.copyOf(mutants);
  }

  private Deque<Place> left(MutationKind kind) {
    return places.computeIfAbsent(kind, _ -> new ArrayDeque<>());
  }

  private Optional<Mutant> next(MutationKind kind, String id) throws InterruptedException {
    for (int tried = 0; tried < TRIES && !left(kind).isEmpty(); tried++) {
      Place place = left(kind).remove();
      SourceText text =
          Patch.of(place.file(), place.edits().toArray(TextEdit[]::new))
              .apply(place.file(), crate.text(place.file()));
      if (drawn.add(text)) {
        var mutant = new Mutant(id, crate, kind, place.file(), text, List.of());
        Optional<List<String>> codes = rejected(mutant);
        if (codes.isPresent()) {
          return Optional.of(new Mutant(id, crate, kind, place.file(), text, codes.get()));
        }
      }
    }
    return Optional.empty();
  }

  /// The codes of the compiler's errors; empty when it accepts the mutant or breaks down.
  private Optional<List<String>> rejected(Mutant mutant) throws InterruptedException {
    scratch.write(mutant.textsIn(scratch.folder()));
    List<Diagnostic> errors;
    try {
      errors = scratch.errors();
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            errors.stream()
                .map(Diagnostic::codeText)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList());
  }

  private static Map<MutationKind, Deque<Place>> places(CrateCopy crate, Random random) {
    var places = new EnumMap<MutationKind, Deque<Place>>(MutationKind.class);
    var found = new EnumMap<MutationKind, List<Place>>(MutationKind.class);
    for (Path file : crate.sources()) {
      MutableCode.of(crate.text(file))
          .ifPresent(code -> {
            for (MutationKind kind : MutationKind.values()) {
              kind.mutator()
                  .places(code)
                  .forEach(edits ->
                      found
                          .computeIfAbsent(kind, _ -> new ArrayList<>())
                          .add(new Place(file, edits)));
            }
          });
    }
    found.forEach((kind, list) -> {
      Collections.shuffle(list, random);
      places.put(kind, new ArrayDeque<>(list));
    });
    return places;
  }
}
