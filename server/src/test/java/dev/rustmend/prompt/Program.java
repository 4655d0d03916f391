package dev.rustmend.prompt;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One file of a program, and an error of rustc in it.
record Program(Path root, Path file, String text) {

  static Program in(Path folder, String text) {
    Path file = folder.resolve("src").resolve("main.rs");
    try {
      Files.createDirectories(folder.resolve("src"));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Program(folder, file, text);
  }

  /// An error whose caret is at the first of `places`; notes point at the others.
  Diagnostic error(String code, String message, String... places) {
    var spans = List.of(span(places[0], true));
    var notes = new ArrayList<Note>();
    for (int i = 1; i < places.length; i++) {
      notes.add(new Note(Level.NOTE, "see here", List.of(span(places[i], false))));
    }
    return new Diagnostic(
        Level.ERROR,
        code.isEmpty() ? Optional.empty() : Optional.of(new DiagnosticCode(code)),
        message,
        spans,
        notes,
        List.of(),
        "error[%s]: %s\n --> src/main.rs\n".formatted(code, message),
        new CrateId("app", "app", "bin"));
  }

  PromptResult write(Diagnostic error, int tokens) {
    return new PromptWriter(
            () -> KnowledgeBase.of(List.of()), root, _ -> true, Room.ofSettings(tokens))
        .write(error, Snapshot.ofDisk());
  }

  /// The prompt about an error with its caret at `place`.
  RepairPrompt prompt(String... places) {
    return switch (write(error("E0308", "mismatched types", places), 8192)) {
      case PromptResult.Written(RepairPrompt prompt) -> prompt;
      case PromptResult.Refused(String why) -> throw new AssertionError(why);
    };
  }

  private Span span(String place, boolean primary) {
    int at = text.indexOf(place);
    if (at < 0) {
      throw new IllegalArgumentException(place);
    }
    int start = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    int length = place.getBytes(StandardCharsets.UTF_8).length;
    int line = SourceText.of(text).lines().line(start) + 1;
    return new Span(
        file,
        new TextRange(start, start + length),
        line,
        1,
        primary,
        Optional.empty(),
        Optional.empty(),
        true);
  }
}
