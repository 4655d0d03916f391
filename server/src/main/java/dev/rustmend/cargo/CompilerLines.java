package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers the JSON lines that rustc writes itself when it compiles one crate. Used by one thread.
final class CompilerLines {
  private final CrateId crate;
  private final DiagnosticReader reader;
  private final Optional<Path> manifest;
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

  /// What a line says about how far the compiler is.
  enum Stage {
    GOES_ON,
    /// It has written which files the crate is made of, so it has read them.
    FILES_READ,
    /// It has written the crate's metadata without an error before: nothing can go wrong any more.
    CHECKED
  }

  CompilerLines(CompilerCall call, PathMap paths, CrateId crate) {
    this.crate = crate;
    this.reader = new DiagnosticReader(call.directory(), paths);
    this.manifest = call.manifestFolder().map(folder -> folder.resolve("Cargo.toml"));
  }

  Stage accept(String line) {
    Optional<Json> json = Json.parse(line);
    Optional<String> written =
        json.filter(some -> some.text("artifact").isPresent()).flatMap(some -> some.text("emit"));
    if (written.isPresent()) {
      return stage(written.get());
    }
    json.filter(some -> some.text("level").isPresent())
        .flatMap(some -> reader.read(new CargoLine.Message(crate, manifest, some), crate))
        .ifPresent(diagnostics::add);
    return Stage.GOES_ON;
  }

  private Stage stage(String written) {
    return switch (written) {
      case "dep-info" -> Stage.FILES_READ;
      case "metadata" -> hasErrors() ? Stage.GOES_ON : Stage.CHECKED;
      default -> Stage.GOES_ON;
    };
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /// What was said, each thing once.
  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}
