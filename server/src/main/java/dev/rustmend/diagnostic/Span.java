package dev.rustmend.diagnostic;

import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.Optional;

/// A place that rustc points at.
///
/// `file` is an absolute path in the user's own tree, `range` counts bytes. `line` and `column` are
/// rustc's own one-based start, the column counting characters. A span inside a macro expansion has
/// been walked back to the nearest place that the user can edit; `macro` then names the innermost
/// macro it came from. `editable` is false for a place outside of the user's workspace.
public record Span(
    Path file,
    TextRange range,
    int line,
    int column,
    boolean primary,
    Optional<String> label,
    Optional<String> macro,
    boolean editable) {}
