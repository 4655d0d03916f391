package dev.rustmend.cargo;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.Optional;

/// Reads rustc's spans into places of the user's tree.
///
/// rustc's `byte_start` and `byte_end` count the bytes of the file as it is on disk, the byte order
/// mark and the `\r` of `\r\n` included (seen with rustc 1.95, `SourceOffsetsTest`).
final class SpanReader {
  private final ReportedPaths reported;
  private final PathMap paths;

  SpanReader(ReportedPaths reported, PathMap paths) {
    this.reported = reported;
    this.paths = paths;
  }

  /// The span, walked back along the macro expansions to the first place that the user can edit;
  /// where there is none, the place where the outermost macro was called. Empty when the JSON holds
  /// no place.
  Optional<Span> span(Json json, Optional<Path> manifest) {
    Json best = editableOrigin(json, manifest);
    Optional<Path> file = file(best, manifest);
    Optional<TextRange> range = range(best);
    if (file.isEmpty() || range.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Span(
            file.get(),
            range.get(),
            best.number("line_start").orElse(1),
            best.number("column_start").orElse(1),
            json.isTrue("is_primary"),
            json.text("label").filter(label -> !label.isEmpty()).map(this::toUser),
            innermostMacro(json),
            isEditable(file.get())));
  }

  /// The user's path of the span itself, not walked back.
  Optional<Path> file(Json json, Optional<Path> manifest) {
    return json.text("file_name").map(name -> paths.toUser(reported.resolve(name, manifest)));
  }

  Optional<TextRange> range(Json json) {
    int start = json.number("byte_start").orElse(-1);
    int end = json.number("byte_end").orElse(-1);
    return start >= 0 && start <= end ? Optional.of(new TextRange(start, end)) : Optional.empty();
  }

  boolean isEditable(Path userPath) {
    return !ReportedPaths.isInvented(userPath) && paths.editable(userPath);
  }

  /// Text for people: without colour, in the user's paths.
  String toUser(String text) {
    return paths.textToUser(Ansi.strip(text));
  }

  private Json editableOrigin(Json json, Optional<Path> manifest) {
    Json at = json;
    while (true) {
      Json current = at;
      boolean editable = file(current, manifest).filter(this::isEditable).isPresent();
      Optional<Json> caller = Expansion.of(current).map(Expansion::callSite);
      if (editable || caller.isEmpty()) {
        return current;
      }
      at = caller.get();
    }
  }

  private static Optional<String> innermostMacro(Json json) {
    Optional<Expansion> expansion = Expansion.of(json);
    while (expansion.isPresent()) {
      if (!expansion.get().isDesugaring()) {
        return expansion.map(Expansion::macro);
      }
      expansion = Expansion.of(expansion.get().callSite());
    }
    return Optional.empty();
  }
}
