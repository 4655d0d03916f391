package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One line of what `cargo --message-format=json` writes to standard output.
sealed interface CargoLine {

  /// rustc said something about a crate; `manifest` is the `Cargo.toml` of its package.
  record Message(CrateId crate, Optional<Path> manifest, Json message) implements CargoLine {}

  /// A crate was compiled, now or earlier; `result` is the first file that came of it. A build
  /// script is one too, of kind `custom-build`.
  record Artifact(CrateId crate, Optional<Path> result) implements CargoLine {}

  /// The last line that cargo writes when it came as far as to start the compiler.
  record BuildFinished(boolean success) implements CargoLine {}

  /// A line of no interest: a build script's result, or text that is no JSON (a procedural macro
  /// that prints).
  record Other() implements CargoLine {}

  Set<String> LIBRARY_KINDS = Set.of("lib", "rlib", "dylib", "cdylib", "staticlib");

  static CargoLine parse(String line) {
    Optional<Json> parsed = Json.parse(line);
    if (parsed.isEmpty()) {
      return new Other();
    }
    Json json = parsed.get();
    return switch (json.text("reason").orElse("")) {
      case "compiler-message" ->
          json.child("message").<CargoLine>map(message -> message(json, message)).orElse(other());
      case "compiler-artifact" ->
          new Artifact(crate(json), json.texts("filenames").stream().findFirst().map(Path::of));
      case "build-finished" -> new BuildFinished(json.isTrue("success"));
      default -> other();
    };
  }

  private static CargoLine other() {
    return new Other();
  }

  private static CargoLine message(Json json, Json message) {
    return new Message(crate(json), json.text("manifest_path").map(Path::of), message);
  }

  private static CrateId crate(Json json) {
    Json target = json.childOrEmpty("target");
    return new CrateId(
        json.text("package_id").orElse(""),
        target.text("name").orElse(""),
        kind(target.texts("kind")));
  }

  /// A library may be of several kinds at once (`["cdylib", "rlib"]`): it is one crate, `lib`.
  static String kind(List<String> kinds) {
    String first = kinds.isEmpty() ? "lib" : kinds.getFirst();
    return LIBRARY_KINDS.contains(first) ? "lib" : first;
  }
}
