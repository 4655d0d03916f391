package dev.rustmend.lsp;

import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;

/// Finds, among the diagnostics that a client sent along, the one that shows the same error.
///
/// rust-analyzer's copy of a diagnostic comes back mangled: VS Code replaces its code and drops its
/// data. What survives everywhere is the place, the first line of the message and the source.
/// rust-analyzer also turns each label into a hint of its own; those have other messages and thus
/// do not match.
record DiagnosticEcho(SourceText text, ColumnUnit unit, List<Diagnostic> sent) {
  private static final Set<String> SOURCES = Set.of("rustc", "clippy", "rust-analyzer");

  /// The client's object for what was found, as the client sent it.
  Optional<Diagnostic> of(FoundProblem found) {
    return sent.stream()
        .filter(DiagnosticEcho::isOfTheCompiler)
        .filter(candidate -> firstLine(candidate).equals(firstLine(found.diagnostic().message())))
        .filter(candidate -> isNear(candidate, found.span().range()))
        .findFirst();
  }

  /// Whether the compiler's diagnostics reach the client through another server: one of them was
  /// sent along that does not carry our mark.
  boolean showsAnotherServer() {
    return sent.stream()
        .filter(DiagnosticEcho::isOfTheCompiler)
        .anyMatch(candidate ->
            FromLsp.object(candidate.getData())
                .map(data -> !data.containsKey(ToLsp.OURS))
                .orElse(true));
  }

  private static boolean isOfTheCompiler(Diagnostic candidate) {
    String source = candidate.getSource();
    return source != null && SOURCES.contains(source.toLowerCase(Locale.ROOT));
  }

  private static String firstLine(Diagnostic candidate) {
    if (candidate.getMessage() == null) {
      return "";
    }
    return firstLine(
        candidate.getMessage().isLeft()
            ? candidate.getMessage().getLeft()
            : candidate.getMessage().getRight().getValue());
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  /// On the same line is near enough: Neovim 0.7 sends byte columns whatever was negotiated.
  private boolean isNear(Diagnostic candidate, TextRange range) {
    if (candidate.getRange() == null) {
      return false;
    }
    TextRange place = FromLsp.range(candidate.getRange(), text, unit);
    return place.touches(range)
        || text.lines().line(place.start()) == text.lines().line(range.start());
  }
}
