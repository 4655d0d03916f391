package dev.rustmend.search;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import java.util.List;

/// What rustc says of one problem, as far as it is known.
///
/// `code` is an error code or the name of a lint, and empty when there is none. `labels` are the
/// words beside the carets, `notes` those of notes and helps, `code lines` the lines of the program
/// that are shown.
record RustcMessage(
    Level level,
    String code,
    String message,
    List<String> labels,
    List<String> notes,
    List<String> codeLines) {

  RustcMessage {
    labels = List.copyOf(labels);
    notes = List.copyOf(notes);
    codeLines = List.copyOf(codeLines);
  }

  /// The parts of a diagnostic; the lines of the program come from what rustc rendered.
  static RustcMessage of(Diagnostic diagnostic) {
    return new RustcMessage(
        diagnostic.level(),
        diagnostic.codeText(),
        diagnostic.message(),
        diagnostic.spans().stream().map(Span::label).flatMap(java.util.Optional::stream).toList(),
        diagnostic.notes().stream().map(Note::message).toList(),
        RustcOutput.parse(diagnostic.rendered()).map(RustcMessage::codeLines).orElse(List.of()));
  }

  /// All its words, for an embedding model.
  String text() {
    var text = new StringBuilder();
    if (!code.isEmpty()) {
      text.append(code).append(": ");
    }
    text.append(message);
    labels.forEach(label -> text.append("; ").append(label));
    notes.forEach(note -> text.append("; ").append(note));
    return text.toString();
  }
}
