package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One file, what a made-up compiler says of it, and patches of it. Places are given by the text
/// that stands there, `text#2` being its second occurrence.
record Said(String source, List<Diagnostic> diagnostics) {
  static final Path FILE = Path.of("/made-up/src/lib.rs");
  static final CrateId CRATE = new CrateId("made-up 0.1.0", "made_up", "lib");

  static Said of(String source) {
    return new Said(source, List.of());
  }

  Said error(String code, String message, String place) {
    return with(Level.ERROR, code, message, place, Optional.empty(), CRATE);
  }

  Said errorIn(String crate, String code, String message, String place) {
    CrateId other = new CrateId(crate + " 0.1.0", crate, "lib");
    return with(Level.ERROR, code, message, place, Optional.empty(), other);
  }

  /// An error with a label, or a note, at a second place.
  Said error(String code, String message, String place, String labeled) {
    return with(Level.ERROR, code, message, place, Optional.of(labeled), CRATE);
  }

  Said warning(String code, String message, String place) {
    return with(Level.WARNING, code, message, place, Optional.empty(), CRATE);
  }

  private Said with(
      Level level,
      String code,
      String message,
      String place,
      Optional<String> noted,
      CrateId crate) {
    var spans = List.of(span(place, true));
    List<Note> notes =
        noted.map(at -> new Note(Level.NOTE, "here", List.of(span(at, false)))).stream().toList();
    var all = new ArrayList<>(diagnostics);
    all.add(
        new Diagnostic(
            level,
            Optional.of(code).filter(c -> !c.isEmpty()).map(DiagnosticCode::new),
            message,
            spans,
            notes,
            List.of(),
            message,
            crate));
    return new Said(source, List.copyOf(all));
  }

  Diagnostic get(int index) {
    return diagnostics.get(index);
  }

  Checked checked() {
    boolean broken = diagnostics.stream().anyMatch(d -> d.isError() && d.crate().equals(CRATE));
    return new Checked(diagnostics, broken ? Set.of() : Set.of(CRATE), Duration.ZERO);
  }

  BaseCheck base() {
    return new BaseCheck(snapshot(), checked());
  }

  Snapshot snapshot() {
    var workspace = new Workspace();
    workspace.put(FILE, 1, SourceText.of(source));
    return workspace.snapshot();
  }

  /// The edit that replaces the text at `place`.
  TextEdit edit(String place, String text) {
    TextRange range = range(place);
    return new TextEdit(range, text);
  }

  Patch patch(String place, String text) {
    return Patch.of(FILE, edit(place, text));
  }

  /// What the compiler says after `patch`: nothing yet.
  Said after(Patch patch) {
    return of(patch.apply(FILE, SourceText.of(source)).string());
  }

  private Span span(String place, boolean primary) {
    return new Span(FILE, range(place), 1, 1, primary, Optional.empty(), Optional.empty(), true);
  }

  private TextRange range(String place) {
    int hash = place.indexOf('#');
    String text = hash < 0 ? place : place.substring(0, hash);
    int count = hash < 0 ? 1 : Integer.parseInt(place.substring(hash + 1));
    int start = -1;
    for (int i = 0; i < count; i++) {
      start = source.indexOf(text, start + 1);
    }
    return new TextRange(start, start + text.length());
  }
}
