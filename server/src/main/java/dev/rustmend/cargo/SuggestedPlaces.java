package dev.rustmend.cargo;

import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the place in the user's files that a part of a suggestion stands for, if there is one.
///
/// Plain source and the bodies of the user's own `macro_rules!` are edited where rustc says. Code
/// that a derive or an attribute wrote has no place: rustc points at the attribute's text, or at
/// the item that the code was made from. For a foreign macro, rustc 1.95 puts `Box::new(` and `)`
/// around the expansion, inside of the macro's own source (`vec!` of the standard library): around
/// the macro's call they mean the same.
final class SuggestedPlaces {

  /// A range of one of the user's files.
  record Place(Path file, TextRange range) {}

  private final SpanReader spans;
  private final Optional<Path> manifest;
  private final Optional<Json> primary;

  /// `message` is the root message, whose primary span tells what a foreign macro expanded to.
  SuggestedPlaces(SpanReader spans, Json message, Optional<Path> manifest) {
    this.spans = spans;
    this.manifest = manifest;
    this.primary =
        message.children("spans").stream().filter(span -> span.isTrue("is_primary")).findFirst();
  }

  /// The place of a span that carries a replacement, or empty when it must not be made.
  Optional<Place> of(Json span) {
    Optional<Place> reported = place(span);
    if (reported.isEmpty() || isWrittenByAttribute(span)) {
      return Optional.empty();
    }
    if (!spans.isEditable(reported.get().file())) {
      return aroundCall(span, reported.get());
    }
    return reported.filter(place -> !coversCall(span, place));
  }

  private Optional<Place> place(Json span) {
    Optional<Path> file = spans.file(span, manifest);
    Optional<TextRange> range = spans.range(span);
    return file.isPresent() && range.isPresent()
        ? Optional.of(new Place(file.get(), range.get()))
        : Optional.empty();
  }

  private static boolean isWrittenByAttribute(Json span) {
    Optional<Expansion> step = Expansion.of(span);
    while (step.isPresent() && !step.get().isAttribute()) {
      step = Expansion.of(step.get().callSite());
    }
    return step.isPresent();
  }

  /// Whether a macro's whole call would be replaced: so a procedural macro marks what has no place
  /// of its own.
  private boolean coversCall(Json span, Place place) {
    Optional<Expansion> step = Expansion.of(span);
    while (step.isPresent()) {
      Optional<Place> call = place(step.get().callSite());
      boolean covers =
          call.filter(c -> c.file().equals(place.file()))
              .filter(c -> !place.range().isEmpty() && place.range().encloses(c.range()))
              .isPresent();
      if (covers && !step.get().isDesugaring()) {
        return true;
      }
      step = Expansion.of(step.get().callSite());
    }
    return false;
  }

  /// An insertion at either end of what the error points at goes to the same end of the call.
  private Optional<Place> aroundCall(Json span, Place place) {
    Optional<Place> whole = primary.flatMap(this::place);
    Optional<Place> call = editableCall(span);
    boolean insertsBeside =
        place.range().isEmpty() && whole.filter(w -> w.file().equals(place.file())).isPresent();
    if (!insertsBeside || call.isEmpty()) {
      return Optional.empty();
    }
    int at = place.range().start();
    TextRange expansion = whole.get().range();
    TextRange range = call.get().range();
    if (at == expansion.start()) {
      return Optional.of(new Place(call.get().file(), TextRange.at(range.start())));
    }
    return at == expansion.end()
        ? Optional.of(new Place(call.get().file(), TextRange.at(range.end())))
        : Optional.empty();
  }

  private Optional<Place> editableCall(Json span) {
    Optional<Expansion> step = Expansion.of(span);
    while (step.isPresent()) {
      Optional<Place> call = place(step.get().callSite());
      if (call.filter(c -> spans.isEditable(c.file())).isPresent()) {
        return call;
      }
      step = Expansion.of(step.get().callSite());
    }
    return Optional.empty();
  }
}
