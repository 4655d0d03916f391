package dev.rustmend.lsp;

import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;

/// What rust-analyzer publishes for a type error of rustc.
final class ForeignDiagnostics {
  private ForeignDiagnostics() {}

  /// The error and the hint that it makes of the label, as rust-analyzer sends them.
  static List<Diagnostic> of(Range range) {
    Diagnostic error =
        new Diagnostic(
            range,
            "mismatched types\nexpected `i32`, found `&str`",
            DiagnosticSeverity.Error,
            "rustc");
    error.setCode("E0308");
    error.setCodeDescription(
        new DiagnosticCodeDescription("https://doc.rust-lang.org/error-index.html#E0308"));
    var data = new JsonObject();
    data.addProperty("rendered", "error[E0308]: mismatched types");
    error.setData(data);
    return List.of(hint(range), error);
  }

  /// The same after VS Code and rust-analyzer's own extension had their hands on it.
  static List<Diagnostic> mangled(Range range) {
    return of(range).stream()
        .map(diagnostic -> {
          diagnostic.setData(null);
          diagnostic.setCode("Click for full compiler diagnostic");
          diagnostic.setCodeDescription(
              new DiagnosticCodeDescription("rust-analyzer-diagnostics-view:/x?0"));
          return diagnostic;
        })
        .toList();
  }

  private static Diagnostic hint(Range range) {
    var hint = new Diagnostic(range, "original diagnostic", DiagnosticSeverity.Hint, "rustc");
    hint.setCode("E0308");
    return hint;
  }
}
