package dev.rustmend.diagnostic;

import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// What makes a diagnostic the same one after an edit elsewhere: code, message, file and the text
/// under its primary span; never its line.
public record DiagnosticKey(
    Level level, String code, String message, Optional<Path> file, String text) {

  /// The key of `diagnostic`, whose spans refer to the texts that `read` gives.
  public static DiagnosticKey of(Diagnostic diagnostic, Function<Path, Optional<SourceText>> read) {
    Optional<Span> primary = diagnostic.primary();
    String text =
        primary
            .flatMap(span -> read.apply(span.file()).map(source -> source.slice(span.range())))
            .orElse("");
    return new DiagnosticKey(
        diagnostic.level(),
        diagnostic.codeText(),
        diagnostic.message(),
        primary.map(Span::file),
        text);
  }
}
