package dev.rustmend.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A package of the tests, without dependencies.
record ToyCrate(Path folder) {
  private static final String MANIFEST =
      """
      [package]
      name = "toy"
      version = "0.1.0"
      edition = "2021"
      """;

  static ToyCrate in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("Cargo.toml"), MANIFEST);
    return new ToyCrate(folder);
  }

  /// Writes a file and returns its path.
  Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
