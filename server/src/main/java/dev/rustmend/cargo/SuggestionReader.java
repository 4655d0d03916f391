package dev.rustmend.cargo;

import dev.rustmend.cargo.SuggestionSplitter.Part;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the child of a message that proposes a change, into one suggestion per alternative.
///
/// An alternative is left out when any of its parts can not be edited: it lies outside of the
/// user's packages, or in code that a foreign macro, a derive or an attribute wrote.
final class SuggestionReader {
  /// What rustc writes where it does not know the right text: `/* value */`, `todo!()`, `<type>`.
  private static final Pattern PLACEHOLDER =
      Pattern.compile("/\\*.*?\\*/|\\btodo!\\(|\\bunimplemented!\\(|\\{type\\}|<type>");

  private final SpanReader spans;

  SuggestionReader(SpanReader spans) {
    this.spans = spans;
  }

  /// Whether the child proposes a change at all.
  static boolean proposes(Json child) {
    return child.children("spans").stream().anyMatch(span -> replacement(span).isPresent());
  }

  List<Suggestion> read(Json child, Optional<Path> manifest) {
    var unusable = new ArrayList<Part>();
    var parts = new ArrayList<Part>();
    for (Json span : child.children("spans")) {
      part(span, manifest)
          .ifPresent(part -> {
            parts.add(part);
            if (!isUsable(span, part, manifest)) {
              unusable.add(part);
            }
          });
    }
    String message = spans.toUser(child.text("message").orElse(""));
    Applicability applicability = applicability(child);
    var suggestions = new LinkedHashSet<Suggestion>();
    for (List<Part> alternative : SuggestionSplitter.split(parts)) {
      if (alternative.stream().noneMatch(unusable::contains)) {
        patch(alternative)
            .filter(patch -> !patch.isEmpty())
            .map(patch -> new Suggestion(message, refine(applicability, alternative), patch))
            .ifPresent(suggestions::add);
      }
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

  /// The text of a `macro_rules!` of the user's own is as good as any other. A span that covers the
  /// call of its macro is how procedural macros mark code that has no place of its own.
  private boolean isUsable(Json span, Part part, Optional<Path> manifest) {
    if (!spans.isEditable(part.file())) {
      return false;
    }
    Optional<Expansion> expansion = Expansion.of(span);
    while (expansion.isPresent()) {
      Expansion step = expansion.get();
      if (step.isAttribute() || (!step.isDesugaring() && covers(part, step, manifest))) {
        return false;
      }
      expansion = Expansion.of(step.callSite());
    }
    return true;
  }

  private boolean covers(Part part, Expansion step, Optional<Path> manifest) {
    boolean sameFile =
        spans.file(step.callSite(), manifest).filter(part.file()::equals).isPresent();
    Optional<TextRange> call = spans.range(step.callSite());
    return sameFile
        && call.isPresent()
        && (isBorder(part.range(), call.get()) || part.range().encloses(call.get()));
  }

  private static boolean isBorder(TextRange range, TextRange call) {
    return range.isEmpty() && (range.start() == call.start() || range.end() == call.end());
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

  private static Applicability refine(Applicability stated, List<Part> alternative) {
    boolean placeholder =
        alternative.stream().anyMatch(part -> PLACEHOLDER.matcher(part.text()).find());
    return placeholder ? Applicability.HAS_PLACEHOLDERS : stated;
  }

  /// The parts as one patch; empty when they contradict each other. Insertions at one place become
  /// one, in rustc's order.
  private static Optional<Patch> patch(List<Part> parts) {
    SortedMap<Path, List<TextEdit>> edits = new TreeMap<>();
    for (Part part : parts) {
      add(edits.computeIfAbsent(part.file(), file -> new ArrayList<>()), part);
    }
    try {
      return Optional.of(new Patch(edits));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void add(List<TextEdit> edits, Part part) {
    if (part.range().isEmpty() && part.text().isEmpty()) {
      return;
    }
    var edit = new TextEdit(part.range(), part.text());
    if (!edits.isEmpty()
        && part.range().isEmpty()
        && edits.getLast().range().equals(part.range())) {
      edit = new TextEdit(part.range(), edits.removeLast().newText() + part.text());
    }
    edits.add(edit);
  }
}
