package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What decides whether a shadow is faithful, as one hash: which files there are, the manifests,
/// the lock file, build scripts, the configuration of cargo, clippy and rustup, and the options.
/// The text of the sources does not matter.
final class Structure {
  private static final Set<String> TELLING =
      Set.of(
          "Cargo.toml",
          "Cargo.lock",
          "build.rs",
          "config.toml",
          "config",
          "rust-toolchain",
          "rust-toolchain.toml",
          "clippy.toml",
          ".clippy.toml");

  private static final List<String> ABOVE =
      List.of(
          ".cargo/config.toml",
          ".cargo/config",
          "rust-toolchain",
          "rust-toolchain.toml",
          "clippy.toml",
          ".clippy.toml");

  private Structure() {}

  /// The hash for the files that `shadow` mirrors now. `symptoms` are messages of the compiler that
  /// tell of the surroundings rather than of the program.
  static String hash(ShadowWorkspace shadow, CheckOptions options, List<String> symptoms)
      throws IOException {
    var parts = new ArrayList<String>();
    Map<Path, Placed> placed = new TreeMap<>(shadow.mirror().placed());
    for (var entry : placed.entrySet()) {
      Path real = entry.getKey();
      parts.add(real + " " + kind(entry.getValue().what()));
      if (TELLING.contains(String.valueOf(real.getFileName()))) {
        parts.add(content(real));
      }
    }
    Path root = shadow.layout().root();
    for (Path at = root.getParent(); at != null; at = at.getParent()) {
      for (String name : ABOVE) {
        parts.add(content(at.resolve(name)));
      }
    }
    parts.add(content(shadow.layout().cargoHome().resolve("config.toml")));
    parts.add(content(shadow.layout().cargoHome().resolve("config")));
    parts.add(options.toString());
    parts.add(new TreeMap<>(shadow.ownEnvironment()).toString());
    parts.addAll(symptoms);
    return SourceText.of(String.join("\n", parts)).sha256();
  }

  private static String kind(Mirrored what) {
    return switch (what) {
      case Mirrored.Folder() -> "folder";
      case Mirrored.Copy _ -> "file";
      case Mirrored.Link(Path target, _) -> "link " + target;
      case Mirrored.Text() -> "text";
    };
  }

  private static String content(Path file) throws IOException {
    return Files.isRegularFile(file) ? SourceText.of(Files.readAllBytes(file)).sha256() : "none";
  }
}
