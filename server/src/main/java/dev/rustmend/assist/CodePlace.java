package dev.rustmend.assist;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.repair.Problem;
import dev.rustmend.workspace.Snapshot;
import java.util.List;
import java.util.Optional;

/// The user's code around an error: where it is, for people (`src/main.rs, lines 3 to 19`), and its
/// lines as a fenced block, with the line of the error marked.
public record CodePlace(String where, String markdown) {
  private static final int AROUND = 10;

  /// The code around the primary place of `problem`; empty where it has none that can be read.
  public static Optional<CodePlace> of(Problem problem, Snapshot snapshot) {
    return problem.diagnostic().primary().flatMap(span -> of(span, snapshot));
  }

  private static Optional<CodePlace> of(Span span, Snapshot snapshot) {
    return snapshot
        .read(span.file())
        .map(text -> {
          List<String> lines = text.string().lines().toList();
          int from = Math.max(1, span.line() - AROUND);
          int to = Math.min(lines.size(), span.line() + AROUND);
          var code = new StringBuilder("```rust\n");
          for (int line = from; line <= to; line++) {
            code.append(lines.get(line - 1))
                .append(line == span.line() ? "  // <- the error is here" : "")
                .append('\n');
          }
          return new CodePlace(
              "%s, lines %d to %d".formatted(span.file().getFileName(), from, to),
              code.append("```").toString());
        });
  }
}
