package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a diagnostic says, without what differs between two places where the same program is
/// compiled: the names of build folders.
record Utterance(
    Level level, String code, String message, Optional<Path> file, String text, String headline) {
  /// `target/debug/build/app-0123456789abcdef/out`: the hash is cargo's.
  private static final Pattern BUILD_FOLDER =
      Pattern.compile("[^\\s`\"']*[/\\\\]build[/\\\\]([^/\\\\]+)-[0-9a-f]{16}");

  /// The errors and warnings among `diagnostics`, which refer to texts on the disk.
  static List<Utterance> all(List<Diagnostic> diagnostics) {
    Snapshot disk = Snapshot.ofDisk();
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.isError() || diagnostic.level() == Level.WARNING)
        .map(diagnostic -> of(diagnostic, disk))
        .distinct()
        .toList();
  }

  private static Utterance of(Diagnostic diagnostic, Snapshot disk) {
    DiagnosticKey key = DiagnosticKey.of(diagnostic, disk::read);
    Optional<Path> file = key.file().map(path -> Path.of(neutral(path.toString())));
    return new Utterance(
        key.level(),
        key.code(),
        neutral(key.message()),
        file,
        key.text(),
        neutral(diagnostic.headline()) + file.map(path -> " in " + path).orElse(""));
  }

  private static String neutral(String text) {
    return BUILD_FOLDER.matcher(text).replaceAll("$1");
  }
}
