package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A Rust file that belongs to no package: there is no `Cargo.toml` beside it or above. rustc alone
/// compiles it, as a program when it has a `main`, else as a library.
public record LooseFile(Path file) {
  /// The newest edition that every supported toolchain knows.
  static final String EDITION = "2024";

  private static final Pattern MAIN =
      Pattern.compile("^\\s*(pub\\s+)?fn\\s+main\\s*\\(", Pattern.MULTILINE);
  private static final Pattern NO_NAME = Pattern.compile("\\W");

  /// The loose file at `path`; empty for anything else. The file need not exist: an editor may not
  /// have saved it yet.
  public static Optional<LooseFile> of(Path path) {
    Path file = path.toAbsolutePath().normalize();
    return file.toString().endsWith(".rs") && CargoMetadata.nearestManifest(file).isEmpty()
        ? Optional.of(new LooseFile(file))
        : Optional.empty();
  }

  /// The folder that the file is in.
  public Path folder() {
    Path folder = file.getParent();
    return folder != null ? folder : file;
  }

  /// A workspace of this one file, which is its root as well: two files of one folder have nothing
  /// to do with each other. There is no manifest at the place that it names.
  public CargoWorkspace workspace() {
    var target = new CargoTarget(name(), "bin", file, EDITION);
    var own =
        new CargoPackage(
            name(),
            "0.0.0",
            id(),
            file.resolve("Cargo.toml"),
            EDITION,
            List.of(target),
            List.of(),
            List.of());
    Path nowhere = file.resolve("target");
    return new CargoWorkspace(file, List.of(own), List.of(own), nowhere, nowhere);
  }

  /// The crate that `text` makes of the file.
  CrateId crate(String text) {
    return new CrateId(id(), name(), MAIN.matcher(text).find() ? "bin" : "lib");
  }

  private String id() {
    return "path+" + file.toUri();
  }

  /// The crate's name: that of the file, as far as it is a name of Rust's.
  private String name() {
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.rs$", "");
    String name = NO_NAME.matcher(stem).replaceAll("_");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }
}
