package dev.rustmend.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One message of rustc about one crate.
///
/// `rendered` is the text that rustc would print, without colour. Messages that cargo repeats for
/// several crates of one package (a library and its tests) are kept once, see [DiagnosticKey].
public record Diagnostic(
    Level level,
    Optional<DiagnosticCode> code,
    String message,
    List<Span> spans,
    List<Note> notes,
    List<Suggestion> suggestions,
    String rendered,
    CrateId crate) {

  public Diagnostic {
    spans = List.copyOf(spans);
    notes = List.copyOf(notes);
    suggestions = List.copyOf(suggestions);
  }

  /// Of what tells diagnostics apart in practice: notes and renderings are long.
  @Override
  public int hashCode() {
    return Objects.hash(code, message, spans);
  }

  /// The first primary span, where the caret goes; none for a message about a whole crate.
  public Optional<Span> primary() {
    return spans.stream().filter(Span::primary).findFirst();
  }

  public boolean isError() {
    return level.isError();
  }

  /// The code's text, or the empty string.
  public String codeText() {
    return code.map(DiagnosticCode::value).orElse("");
  }

  /// `error[E0382]: borrow of moved value` as the first line of rustc's own output.
  public String headline() {
    return code.map(c -> "%s[%s]: %s".formatted(level.word(), c.value(), message))
        .orElseGet(() -> level.word() + ": " + message);
  }
}
