package dev.rustmend.cargo;

import java.util.Optional;

/// One step of rustc's macro backtrace: `macro` was called at `callSite`. rustc lists desugarings
/// (of `?`, of `for`, of format strings) in the same place, by a sentence instead of a name.
record Expansion(String macro, Json callSite) {

  /// The expansion that the span came from, or empty for a span in plain source.
  static Optional<Expansion> of(Json span) {
    return span.child("expansion")
        .map(step ->
            new Expansion(step.text("macro_decl_name").orElse(""), step.childOrEmpty("span")));
  }

  /// Whether the compiler itself rewrote the user's own text here; no macro is involved.
  boolean isDesugaring() {
    return macro.startsWith("desugaring of ");
  }

  /// Whether a derive or an attribute wrote the code: what rustc points at is the text of the
  /// attribute, or of an item that the code was made from, and never the code itself.
  boolean isAttribute() {
    return macro.startsWith("#[");
  }
}
