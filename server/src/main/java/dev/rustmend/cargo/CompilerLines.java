package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Gathers the JSON lines that rustc writes itself when it compiles one crate. Used by one thread.
final class CompilerLines {
  private final CrateId crate;
  private final DiagnosticReader reader;
  private final Optional<Path> manifest;
  private final Consumer<Diagnostic> onDiagnostic;
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

  /// `onDiagnostic` gets what is said at once, each thing once.
  CompilerLines(Recall recall, PathMap paths, Consumer<Diagnostic> onDiagnostic) {
    this.crate = recall.crate();
    this.reader = new DiagnosticReader(recall.call().directory(), paths);
    this.manifest = recall.call().manifestFolder().map(folder -> folder.resolve("Cargo.toml"));
    this.onDiagnostic = onDiagnostic;
  }

  /// Takes one more line. Returns whether nothing can follow that matters: the compiler has written
  /// the crate's metadata without an error before, or gives up because of its errors.
  boolean completeWith(String line) {
    Optional<Json> json = Json.parse(line);
    json.filter(some -> some.text("level").isPresent())
        .flatMap(some -> reader.read(new CargoLine.Message(crate, manifest, some), crate))
        .filter(diagnostics::add)
        .ifPresent(onDiagnostic);
    return json.filter(hasErrors() ? CompilerLines::isLastWord : CompilerLines::isMetadata)
        .isPresent();
  }

  /// What rustc says when it gives up, before it cleans up.
  private static boolean isLastWord(Json json) {
    return json.text("level").equals(Optional.of("error"))
        && json.children("spans").isEmpty()
        && json.text("message").orElse("").startsWith("aborting due to ");
  }

  private static boolean isMetadata(Json json) {
    return json.text("artifact").isPresent() && json.text("emit").equals(Optional.of("metadata"));
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /// What was said, each thing once.
  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}
