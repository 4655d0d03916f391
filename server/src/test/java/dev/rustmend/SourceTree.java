package dev.rustmend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The project's own files, as the tests of the house rules see them.
final class SourceTree {
  static final Path SERVER = Path.of("").toAbsolutePath();
  static final Path ROOT = SERVER.getParent();

  private SourceTree() {}

  static List<Path> javaFiles() throws IOException {
    try (var files = Files.walk(SERVER.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static List<Path> mainJavaFiles() throws IOException {
    Path main = SERVER.resolve("src/main");
    return javaFiles().stream().filter(file -> file.startsWith(main)).toList();
  }
}
