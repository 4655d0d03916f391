package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Gathers cargo's JSON lines of one run, whether they come from a pipe or from a file. Used by one
/// thread.
final class CheckLines {
  /// cargo's own complaint when `build.warnings = "deny"`: the program compiles all the same.
  private static final String WARNINGS_DENIED = "warnings are denied by `build.warnings`";

  private final DiagnosticReader reader;
  private final PathMap paths;
  private final Consumer<Diagnostic> onDiagnostic;
  private final Path root;
  private final CompilerWatch watch;
  private final Set<Seen> seen = new HashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<CrateId> finished = new LinkedHashSet<>();
  private Optional<Boolean> success = Optional.empty();

  /// What is the same message for a library and for its tests.
  private record Seen(
      String packageId,
      Level level,
      Optional<DiagnosticCode> code,
      String message,
      List<Span> spans) {}

  CheckLines(Path root, PathMap paths, Consumer<Diagnostic> onDiagnostic) {
    this(root, paths, onDiagnostic, CompilerWatch.none());
  }

  /// `watch` is told which crates stand.
  CheckLines(Path root, PathMap paths, Consumer<Diagnostic> onDiagnostic, CompilerWatch watch) {
    this.root = root;
    this.watch = watch;
    this.reader = new DiagnosticReader(root, paths);
    this.paths = paths;
    this.onDiagnostic = onDiagnostic;
  }

  void accept(String line) {
    switch (CargoLine.parse(line)) {
      case CargoLine.Message message ->
          reader.read(message, users(message.crate())).ifPresent(this::add);
      case CargoLine.Artifact artifact -> stands(users(artifact.crate()), artifact.result());
      case CargoLine.BuildFinished end -> success = Optional.of(end.success());
      case CargoLine.Other _ -> {}
    }
  }

  private void stands(CrateId crate, Optional<Path> result) {
    finished.add(crate);
    result
        .flatMap(file -> SourceList.beside(file, root))
        .ifPresent(sources -> watch.stands(crate, sources));
  }

  /// How the run ended that wrote these lines, `status` and `errors` (its error output) with it. A
  /// build that failed without any error of rustc's, or never came to its end, tells nothing about
  /// the program.
  CheckOutcome outcome(int status, String errors, Duration time) {
    boolean compiled = success.orElse(false) && status == 0;
    boolean refused = success.isPresent() && hasErrors();
    boolean onlyWarnings = success.isPresent() && errors.contains(WARNINGS_DENIED);
    return compiled || refused || onlyWarnings
        ? checked(time)
        : new CheckOutcome.Failed(Failures.of(status, errors));
  }

  /// A package id holds the package's folder.
  private CrateId users(CrateId crate) {
    return new CrateId(paths.textToUser(crate.packageId()), crate.target(), crate.kind());
  }

  private boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private CheckOutcome.Checked checked(Duration time) {
    var clean = new LinkedHashSet<>(finished);
    diagnostics.stream().filter(Diagnostic::isError).forEach(d -> clean.remove(d.crate()));
    return new CheckOutcome.Checked(diagnostics, clean, time);
  }

  private void add(Diagnostic diagnostic) {
    var key =
        new Seen(
            diagnostic.crate().packageId(),
            diagnostic.level(),
            diagnostic.code(),
            diagnostic.message(),
            diagnostic.spans());
    if (seen.add(key)) {
      diagnostics.add(diagnostic);
      onDiagnostic.accept(diagnostic);
    }
  }
}
