package dev.rustmend.cargo;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What cargo once said about a crate in `src/test/resources/recordings`, made by `record.sh`.
record Recording(Path root, List<Diagnostic> diagnostics) {

  static Recording of(String name) throws IOException {
    Path root = Path.of("src/test/resources/recordings", name).toAbsolutePath();
    var diagnostics = new ArrayList<Diagnostic>();
    var lines =
        new CheckLines(root, PathMap.unchanged(path -> path.startsWith(root)), diagnostics::add);
    Files.readAllLines(root.resolve("cargo.jsonl")).forEach(lines::accept);
    return new Recording(root, List.copyOf(diagnostics));
  }

  Path main() {
    return root.resolve("src/main.rs");
  }

  Diagnostic first(String code) {
    return diagnostics.stream().filter(d -> d.codeText().equals(code)).findFirst().orElseThrow();
  }

  /// The first suggestion of the first diagnostic of that code.
  Suggestion suggestion(String code) {
    return first(code).suggestions().getFirst();
  }

  /// The text of `file` once `suggestion` is made.
  static String applied(Suggestion suggestion, Path file) {
    Snapshot changed = Snapshot.ofDisk().with(suggestion.patch());
    return changed.read(file).orElseThrow().string();
  }
}
