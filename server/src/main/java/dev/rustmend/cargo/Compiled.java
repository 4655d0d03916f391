package dev.rustmend.cargo;

import dev.rustmend.diagnostic.Diagnostic;
import java.util.List;

/// What one call of the compiler came to: its diagnostics, in order and each once, and whether the
/// crate compiled.
public record Compiled(List<Diagnostic> diagnostics, boolean success) {
  public Compiled {
    diagnostics = List.copyOf(diagnostics);
  }
}
