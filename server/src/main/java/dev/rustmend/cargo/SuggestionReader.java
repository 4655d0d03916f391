package dev.rustmend.cargo;

import dev.rustmend.cargo.SuggestedPlaces.Place;
import dev.rustmend.cargo.SuggestionSplitter.Part;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the child of a message that proposes a change, into one suggestion per alternative.
///
/// An alternative is left out when any of its parts has no place in the user's files, see
/// [SuggestedPlaces].
final class SuggestionReader {
  /// What rustc writes where it does not know the right text: `/* value */`, `todo!()`, `<type>`.
  private static final Pattern PLACEHOLDER =
      Pattern.compile("/\\*.*?\\*/|\\btodo!\\(|\\bunimplemented!\\(|\\{type\\}|<type>");

  private static final Pattern REORDERED = Pattern.compile("(?:swap|reorder) these arguments");

  private final SpanReader spans;

  SuggestionReader(SpanReader spans) {
    this.spans = spans;
  }

  /// Whether the child proposes a change at all.
  static boolean proposes(Json child) {
    return child.children("spans").stream().anyMatch(span -> replacement(span).isPresent());
  }

  List<Suggestion> read(Json child, Json message, Optional<Path> manifest) {
    var finder = new SuggestedPlaces(spans, message, manifest);
    var parts = new ArrayList<Part>();
    var places = new HashMap<Part, Place>();
    for (Json span : child.children("spans")) {
      Optional<Part> part = part(span, manifest);
      part.ifPresent(parts::add);
      part.ifPresent(known -> finder.of(span).ifPresent(place -> places.put(known, place)));
    }
    String text = spans.toUser(child.text("message").orElse(""));
    Applicability applicability = applicability(child);
    var suggestions = new LinkedHashSet<Suggestion>();
    for (List<Part> alternative : SuggestionSplitter.split(parts)) {
      patch(alternative, places)
          .filter(patch -> !patch.isEmpty())
          .map(patch -> new Suggestion(text, refine(text, applicability, alternative), patch))
          .ifPresent(suggestions::add);
    }
    return List.copyOf(suggestions);
  }

  private Optional<Part> part(Json span, Optional<Path> manifest) {
    Optional<String> text = replacement(span);
    Optional<Path> file = spans.file(span, manifest);
    Optional<TextRange> range = spans.range(span);
    return text.isPresent() && file.isPresent() && range.isPresent()
        ? Optional.of(new Part(file.get(), range.get(), text.get()))
        : Optional.empty();
  }

  private static Optional<String> replacement(Json span) {
    return span.text("suggested_replacement");
  }

  private static Applicability applicability(Json child) {
    for (Json span : child.children("spans")) {
      switch (span.text("suggestion_applicability").orElse("")) {
        case "MachineApplicable" -> {
          return Applicability.MACHINE_APPLICABLE;
        }
        case "MaybeIncorrect" -> {
          return Applicability.MAYBE_INCORRECT;
        }
        case "HasPlaceholders" -> {
          return Applicability.HAS_PLACEHOLDERS;
        }
        default -> {}
      }
    }
    return Applicability.UNSPECIFIED;
  }

  /// Says what is really in the text: rustc calls every change of a call's arguments one with
  /// placeholders, though arguments that only change their places need none.
  private static Applicability refine(
      String message, Applicability stated, List<Part> alternative) {
    boolean placeholder =
        alternative.stream().anyMatch(part -> PLACEHOLDER.matcher(part.text()).find());
    if (placeholder) {
      return Applicability.HAS_PLACEHOLDERS;
    }
    boolean complete =
        stated == Applicability.HAS_PLACEHOLDERS && REORDERED.matcher(message).lookingAt();
    return complete ? Applicability.MAYBE_INCORRECT : stated;
  }

  /// The parts as one patch; empty when one of them has no place, or when they contradict each
  /// other. Insertions at one place become one, in rustc's order.
  private static Optional<Patch> patch(List<Part> parts, Map<Part, Place> places) {
    SortedMap<Path, SortedMap<TextRange, String>> texts = new TreeMap<>();
    for (Part part : parts) {
      Place place = places.get(part);
      if (place == null) {
        return Optional.empty();
      }
      texts
          .computeIfAbsent(place.file(), file -> new TreeMap<>())
          .merge(place.range(), part.text(), String::concat);
    }
    SortedMap<Path, List<TextEdit>> edits = new TreeMap<>();
    texts.forEach((file, changes) -> edits.put(file, edits(changes)));
    try {
      return Optional.of(new Patch(edits));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<TextEdit> edits(SortedMap<TextRange, String> texts) {
    return texts.entrySet().stream()
        .filter(change -> !change.getKey().isEmpty() || !change.getValue().isEmpty())
        .map(change -> new TextEdit(change.getKey(), change.getValue()))
        .toList();
  }
}
