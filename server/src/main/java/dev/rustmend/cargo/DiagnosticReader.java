package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.diagnostic.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what rustc says about a crate into a [Diagnostic]: in the user's paths, with macro
/// expansions walked back and suggestions split into alternatives.
final class DiagnosticReader {
  /// The lines that sum up a crate's messages: not about any place, and never an error's cause.
  private static final Pattern SUMMARY =
      Pattern.compile(
          "aborting due to .*|\\d+ warnings? emitted.*|could not compile .*"
              + "|For more information about .*|Some errors have detailed explanations.*",
          Pattern.DOTALL);

  private final SpanReader spans;
  private final SuggestionReader suggestions;

  /// `root` is the folder in which cargo was run.
  DiagnosticReader(Path root, PathMap paths) {
    spans = new SpanReader(new ReportedPaths(root), paths);
    suggestions = new SuggestionReader(spans);
  }

  /// The diagnostic, or empty for a message that only sums up others.
  Optional<Diagnostic> read(CargoLine.Message line, CrateId crate) {
    Json message = line.message();
    Level level = level(message);
    List<Span> places = spans(message, line.manifest());
    String text = spans.toUser(message.text("message").orElse(""));
    if (level == Level.FAILURE_NOTE || (places.isEmpty() && SUMMARY.matcher(text).matches())) {
      return Optional.empty();
    }
    var notes = new ArrayList<Note>();
    var proposals = new ArrayList<Suggestion>();
    for (Json child : message.children("children")) {
      readChild(child, line, notes, proposals);
    }
    return Optional.of(
        new Diagnostic(
            level,
            message.childOrEmpty("code").text("code").map(DiagnosticCode::new),
            text,
            places,
            notes,
            proposals,
            spans.toUser(message.text("rendered").orElse(text)),
            crate));
  }

  private void readChild(
      Json child, CargoLine.Message line, List<Note> notes, List<Suggestion> proposals) {
    List<Suggestion> found =
        SuggestionReader.proposes(child)
            ? suggestions.read(child, line.message(), line.manifest())
            : List.of();
    if (found.isEmpty()) {
      String text = spans.toUser(child.text("message").orElse(""));
      notes.add(new Note(level(child), text, spans(child, line.manifest())));
    }
    proposals.addAll(found);
  }

  private List<Span> spans(Json message, Optional<Path> manifest) {
    return message.children("spans").stream()
        .flatMap(span -> spans.span(span, manifest).stream())
        .toList();
  }

  /// A level that is not known counts as a note: it must not turn a crate that compiles into a
  /// broken one.
  private static Level level(Json message) {
    String word = message.text("level").orElse("");
    for (Level level : Level.values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    return word.startsWith("error") ? Level.ERROR : Level.NOTE;
  }
}
